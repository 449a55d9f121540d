/**
 * Device types that Unified CM lists and exports among its phones but that are no desk phones: clients on computers and
 * mobile phones, CTI devices, devices of other makers, video endpoints, and the 9800 series, which has no softkey
 * templates. They appear in files; nothing is known of them here.
 */
const otherDevices: readonly RegExp[] = [
  /^cisco unified client services framework$/,
  /^cisco dual mode for (iphone|android)$/,
  /^cisco jabber for tablet$/,
  /^cti (port|remote device)$/,
  /^(cisco )?(remote destination profile|spark remote device)$/,
  /^third-party sip device \((basic|advanced)\)$/,
  /^cisco telepresence\b/,
  /^cisco (webex|spark) (room|board|desk)\b/,
  /^cisco (room|board|desk) /,
  /^cisco 98\d\d$/,
];

/** True for the name of a device type that is no phone of the catalogue, whatever its letter case. */
export function isOtherDevice(type: string): boolean {
  const name = type.trim().replaceAll(/\s+/g, " ").toLowerCase();
  return name.length <= 100 && otherDevices.some((device) => device.test(name));
}
