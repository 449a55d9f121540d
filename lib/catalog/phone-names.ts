/** What the device name of a phone looks like: a prefix and digits, or else a free text for some models. */
export interface PhoneNameRule {
  readonly prefix: string;
  /** Number of hexadecimal digits after the prefix, and of decimal ones after those. */
  readonly hexDigits: number;
  readonly digits: number;
  /** The most letters and digits of a name without the prefix; 0 when there must be one. */
  readonly freeLength: number;
}

// SEP and the MAC address is verified, the others are decisions of the API.
const desktopPhone: PhoneNameRule = { prefix: "SEP", hexDigits: 12, digits: 0, freeLength: 0 };

const unusual: ReadonlyMap<string, PhoneNameRule> = new Map([
  ["Cisco ATA 186", { ...desktopPhone, prefix: "ATA" }],
  ["Cisco VGC Phone", { ...desktopPhone, prefix: "VGC", hexDigits: 10, digits: 2 }],
  ["Analog Phone", { ...desktopPhone, prefix: "AN", hexDigits: 13 }],
  ["Cisco IP Communicator", { ...desktopPhone, freeLength: 15 }],
]);

/** The rule for device names of a model's phones. */
export function phoneNameRule(model: string): PhoneNameRule {
  return unusual.get(model) ?? desktopPhone;
}
