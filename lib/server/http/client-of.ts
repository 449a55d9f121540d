import type { IncomingHttpHeaders } from "node:http";
import { type BlockList, isIP } from "node:net";
import { isWithin } from "@/lib/server/config/address-ranges";

/** Who sent a request, and to where, as far as it can be believed. */
export interface Client {
  /** IP address, IPv4 without its IPv6 form; empty when the connection is gone already. */
  address: string;
  scheme: "http" | "https";
  /** What the client typed, with the port; undefined when it did not say. */
  host: string | undefined;
}

/** What is known of the connection itself. */
export interface Connection {
  address: string | undefined;
  isEncrypted: boolean;
}

/**
 * Who sent a request. The `X-Forwarded-…` headers count when the connection comes from a trusted proxy. Every proxy
 * appends to them what it saw, so they are read from the end, through as many trusted proxies as there are: what
 * stands further in front was written by somebody who is not trusted.
 */
export function clientOf(
  connection: Connection,
  headers: IncomingHttpHeaders,
  trustedProxies: BlockList | null,
): Client {
  const peer = plain(connection.address ?? "");
  const direct: Client = {
    address: peer,
    scheme: connection.isEncrypted ? "https" : "http",
    host: headers.host,
  };
  if (!trustedProxies || !isWithin(trustedProxies, peer)) return direct;
  const { address, proxies } = behind(peer, listOf(headers["x-forwarded-for"]), trustedProxies);
  const seenBy = (name: string) => {
    const values = listOf(headers[name]);
    return values.at(-Math.min(proxies, values.length));
  };
  const scheme = seenBy("x-forwarded-proto")?.toLowerCase();
  const host = seenBy("x-forwarded-host");
  return {
    address,
    scheme: scheme === "https" || scheme === "http" ? scheme : direct.scheme,
    host: host !== undefined && isHost.test(host) ? host : direct.host,
  };
}

/** Whether a request comes through a proxy whose headers are not believed: everybody behind it looks like the proxy. */
export function isThroughUnknownProxy(
  { address }: Connection,
  headers: IncomingHttpHeaders,
  trustedProxies: BlockList | null,
): boolean {
  const isTrusted = trustedProxies !== null && isWithin(trustedProxies, plain(address ?? ""));
  return headers["x-forwarded-for"] !== undefined && !isTrusted;
}

const isHost = /^(\[[0-9a-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i;

/** The nearest address that is no trusted proxy, or else the farthest, and how many proxies lie before it. */
function behind(peer: string, forwardedFor: readonly string[], trusted: BlockList) {
  let address = peer;
  let proxies = 0;
  for (const entry of forwardedFor.toReversed()) {
    if (!isWithin(trusted, address)) break;
    const next = plain(entry);
    if (isIP(next) === 0) break;
    address = next;
    proxies += 1;
  }
  return { address, proxies: Math.max(proxies, 1) };
}

function listOf(header: string | string[] | undefined): string[] {
  const text = Array.isArray(header) ? header.join(",") : (header ?? "");
  return text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
}

/** An address without port, brackets and zone; IPv4 in its own form. */
function plain(text: string): string {
  const address = text
    .replace(/^\[([^\]]*)\](:\d+)?$/, "$1")
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1")
    .replace(/%.*$/, "");
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
}
