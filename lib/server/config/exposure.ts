import { isLoopback } from "@/lib/server/config/address-ranges";
import type { Environment } from "@/lib/server/config/environment";

type Place = Pick<Environment, "host" | "port" | "tls" | "trustedProxies">;

const everyInterface = new Set(["0.0.0.0", "::"]);

/** The address to type into a browser of this machine. */
export function addressOf({ host, port, tls }: Place): string {
  const isLocal = isLoopback(host) || everyInterface.has(host);
  const name = isLocal ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `${tls ? "https" : "http"}://${name}:${port}`;
}

/**
 * Whether other machines reach the console without encryption: it is served to a network, has no certificate, and no
 * proxy is known that could have one.
 */
export function isExposed({ host, tls, trustedProxies }: Place): boolean {
  return !isLoopback(host) && !tls && !trustedProxies;
}

/** What is said at the start of a console that is exposed; null for any other. */
export function exposureWarning(place: Place): string | null {
  if (!isExposed(place)) return null;
  return (
    `Warning: the console is served on ${place.host} without encryption, so that others can read passwords on the way. ` +
    "Set RINGBACK_TLS_CERT and RINGBACK_TLS_KEY, or put a proxy with TLS in front and name it in RINGBACK_TRUSTED_PROXIES."
  );
}
