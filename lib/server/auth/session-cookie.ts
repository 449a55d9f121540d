/**
 * Hands the cookies of the session library on to the answer. A browser that came over TLS, as a proxy in front of
 * the console says, gets them for TLS only.
 */
export function passSessionCookies(from: Headers, to: Headers, requestHeaders: Headers): void {
  const isSecure = requestHeaders.get("x-forwarded-proto")?.split(",")[0]?.trim() === "https";
  for (const cookie of from.getSetCookie()) to.append("set-cookie", isSecure ? `${cookie}; Secure` : cookie);
}
