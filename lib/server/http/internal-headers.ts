import type { IncomingHttpHeaders } from "node:http";

/**
 * Headers by which the server tells the program behind it who asks, and how. They are taken away from what arrives,
 * so that nobody else can set them.
 */
export const internalHeaders = {
  /** Address of the client: of the connection, or as a trusted proxy says. */
  clientAddress: "x-ringback-client-address",
  /** `http` or `https`: what the client speaks. */
  scheme: "x-ringback-scheme",
  /** Names the request in logs and answers. */
  requestId: "x-ringback-request-id",
  /** Stands in place of an address whose percent-encoding is broken. */
  unreadableAddress: "x-ringback-unreadable-address",
} as const;

const ofProxies = /^(forwarded|x-forwarded-.*)$/;

/** Takes away what a client could have made up: our own headers, and those with which proxies speak. */
export function removeForgeable(headers: IncomingHttpHeaders): void {
  for (const name of Object.values(internalHeaders)) delete headers[name];
  for (const name of Object.keys(headers)) if (ofProxies.test(name)) delete headers[name];
}
