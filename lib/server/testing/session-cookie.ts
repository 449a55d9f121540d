import type { CallApi } from "@/lib/server/testing/test-api";
import { testPassword } from "@/lib/server/testing/test-password";

/** Signs in as the administrator; the session cookie as a browser would send it back. */
export async function sessionCookie(call: CallApi): Promise<string> {
  const body = { name: "admin", password: testPassword };
  const { headers } = await call("POST", "/session", body, { authorization: "" });
  return headers
    .getSetCookie()
    .map((line) => line.replace(/;.*/s, ""))
    .join("; ");
}
