import { toHostCookie } from "@/lib/server/http/host-cookie";
import { internalHeaders } from "@/lib/server/http/internal-headers";

/** Hands the cookies of the session library on to the answer. A browser that came over TLS gets them for TLS and this host only. */
export function passSessionCookies(from: Headers, to: Headers, requestHeaders: Headers): void {
  const isSecure = requestHeaders.get(internalHeaders.scheme) === "https";
  for (const cookie of from.getSetCookie()) to.append("set-cookie", isSecure ? toHostCookie(cookie) : cookie);
}
