import { expect, test } from "vitest";
import { passSessionCookies } from "@/lib/server/auth/session-cookie";
import { internalHeaders } from "@/lib/server/http/internal-headers";

const cookie = "ringback.session_token=x; Path=/; HttpOnly; SameSite=Lax";

function passed(requestHeaders: Record<string, string>): string[] {
  const answer = new Headers();
  passSessionCookies(new Headers({ "set-cookie": cookie }), answer, new Headers(requestHeaders));
  return answer.getSetCookie();
}

test("over TLS the session cookie is for TLS and this host only", () => {
  expect(passed({ [internalHeaders.scheme]: "https" })).toEqual([`__Host-${cookie}; Secure`]);
});

test("without TLS the browser would drop a secure cookie, so it is plain", () => {
  expect(passed({})).toEqual([cookie]);
  expect(passed({ [internalHeaders.scheme]: "http" })).toEqual([cookie]);
});
