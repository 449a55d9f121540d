import type { ApiError } from "@/lib/server/api/error-mapper";
import type { LogSecurity } from "@/lib/server/security-log";

const sessionPath = "/api/v1/session";

/**
 * Tells the security log that a request was refused for who sent it: a name and password or a key that were wrong, a
 * lock, a missing sign-in, a role too small. Of whom signs in for a session `session.ts` tells, with the name that they typed.
 */
export function logRefusal(
  logSecurity: LogSecurity,
  { status, code }: ApiError,
  { method, url, headers }: Request,
): void {
  if (status !== 401 && status !== 403 && status !== 429) return;
  const { pathname: path } = new URL(url);
  const [scheme = "", credentials = ""] = (headers.get("authorization") ?? "").trim().split(/\s+/, 2);
  const by = { basic: "basic", bearer: "apiKey" }[scheme.toLowerCase()];
  const typedName = by === "basic" ? nameIn(credentials) : undefined;
  const isSignIn = method === "POST" && path === sessionPath;
  if (isSignIn && (code === "notSignedIn" || code === "tooManyAttempts")) return;
  if (by !== undefined && code === "notSignedIn") logSecurity("signIn.failed", { by, typedName });
  else if (by !== undefined && code === "tooManyAttempts") logSecurity("signIn.locked", { by, typedName });
  else logSecurity("access.refused", { status, code, method, path });
}

function nameIn(credentials: string): string {
  return Buffer.from(credentials, "base64").toString("utf8").split(":", 1)[0] ?? "";
}
