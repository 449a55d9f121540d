import { BlockList, isIP } from "node:net";

/**
 * Reads a list of addresses and ranges, such as `127.0.0.1, 10.0.0.0/8, fd00::/8`, separated by commas or spaces.
 * @throws Error that names the first part that is neither
 */
export function addressRanges(list: string): BlockList {
  const ranges = new BlockList();
  for (const part of list.split(/[\s,]+/).filter(Boolean)) add(ranges, part);
  return ranges;
}

/** Whether an address, IPv4 also in its IPv6 form, lies in one of the ranges. */
export function isWithin(ranges: BlockList, address: string): boolean {
  const version = isIP(address);
  return version !== 0 && ranges.check(address, version === 4 ? "ipv4" : "ipv6");
}

/** Whether only programs of the same machine reach a server that listens on this host. */
export function isLoopback(host: string): boolean {
  return host.toLowerCase() === "localhost" || isWithin(loopback, host);
}

const loopback = addressRanges("127.0.0.0/8 ::1");

function add(ranges: BlockList, part: string): void {
  const [address = "", length, ...more] = part.split("/");
  const version = isIP(address);
  const bits = version === 4 ? 32 : 128;
  const isLength = length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= bits);
  if (version === 0 || !isLength || more.length > 0)
    throw new Error(`"${part}" is neither an address nor a range such as 10.0.0.0/8`);
  ranges.addSubnet(address, length === undefined ? bits : Number(length), version === 4 ? "ipv4" : "ipv6");
}
