import { isIPv4, isIPv6 } from "node:net";
import { internalHeaders } from "@/lib/server/http/internal-headers";

/** Where requests come from whose address is not known: in development, and in tests that do not name one. */
export const unknownAddress = "unknown";

/** The address that a request comes from, or `unknownAddress`. */
export function clientAddress(headers: Headers): string {
  const address = headers.get(internalHeaders.clientAddress) ?? "";
  return isIPv4(address) || isIPv6(address) ? address : unknownAddress;
}

/**
 * Addresses that one client can have at will are counted as one: of IPv6 the network of 64 bits that a site gets. An IPv4
 * address that is written as IPv6 is the IPv4 address.
 */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const withoutZone = address.replace(/%.*/, "");
  const mapped = /^::ffff:([\d.]+)$/i.exec(withoutZone)?.[1];
  if (mapped !== undefined) return mapped;
  // The address of a URL is written in the one canonical way.
  const canonical = new URL(`http://[${withoutZone}]/`).hostname.slice(1, -1);
  const [left = "", right] = canonical.split("::");
  const before = left === "" ? [] : left.split(":");
  const after = right === undefined || right === "" ? [] : right.split(":");
  const zeros = Array<string>(8 - before.length - after.length).fill("0");
  return `${[...before, ...zeros, ...after].slice(0, 4).join(":")}::/64`;
}
