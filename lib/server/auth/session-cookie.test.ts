import { expect, test } from "vitest";
import { passSessionCookies } from "@/lib/server/auth/session-cookie";

const cookie = "ringback.session_token=x; Path=/; HttpOnly; SameSite=Lax";

function passed(requestHeaders: Record<string, string>): string[] {
  const answer = new Headers();
  passSessionCookies(new Headers({ "set-cookie": cookie }), answer, new Headers(requestHeaders));
  return answer.getSetCookie();
}

test("over TLS, also behind several proxies, the session cookie is for TLS only", () => {
  expect(passed({ "x-forwarded-proto": "https" })).toEqual([`${cookie}; Secure`]);
  expect(passed({ "x-forwarded-proto": "https, http" })).toEqual([`${cookie}; Secure`]);
});

test("without TLS the browser would drop a secure cookie, so it is plain", () => {
  expect(passed({})).toEqual([cookie]);
  expect(passed({ "x-forwarded-proto": "http" })).toEqual([cookie]);
});
