const prefix = "__Host-";
/** With which the names of the session library's cookies begin. */
const ours = "ringback.";

/**
 * The cookies of a request over TLS under the names that the session library knows. Over TLS ours are called
 * `__Host-…`: browsers take those only from this very host, over TLS. A cookie with the plain name may come from
 * anybody on the way or on a neighbouring host, so it is no session.
 */
export function fromHostCookies(header: string): string {
  return header
    .split(";")
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie !== "" && !cookie.startsWith(ours))
    .map((cookie) => (cookie.startsWith(`${prefix}${ours}`) ? cookie.slice(prefix.length) : cookie))
    .join("; ");
}

/** A `Set-Cookie` of the session library as it is sent over TLS. */
export function toHostCookie(cookie: string): string {
  return `${cookie.startsWith(ours) ? prefix : ""}${cookie}; Secure`;
}
