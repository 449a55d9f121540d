import type { CallApi } from "@/lib/server/testing/test-api";
import { testPassword } from "@/lib/server/testing/test-password";

/** Signs in, the administrator unless somebody else is named; the session cookie as a browser would send it back. */
export async function sessionCookie(
  call: CallApi,
  body = { name: "admin", password: testPassword },
  headers: Readonly<Record<string, string>> = {},
): Promise<string> {
  const answer = await call("POST", "/session", body, { authorization: "", ...headers });
  return answer.headers
    .getSetCookie()
    .map((line) => line.replace(/;.*/s, ""))
    .join("; ");
}
