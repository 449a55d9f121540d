const namedByAddress = /^(?:SEP|ATA)([0-9A-F]{12})$/i;

/** The MAC address that a device name has in it, as people write it: `00:11:22:33:44:55`; null where it has none. */
export function macAddressOf(name: string): string | null {
  const digits = namedByAddress.exec(name)?.[1]?.toUpperCase();
  return digits?.match(/../g)?.join(":") ?? null;
}
