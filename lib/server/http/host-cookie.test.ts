import { expect, test } from "vitest";
import { fromHostCookies, toHostCookie } from "@/lib/server/http/host-cookie";

test("over TLS our cookies go out for this host only, and come back under the name that the library knows", () => {
  const sent = toHostCookie("ringback.session_token=a.b%3D; Path=/; HttpOnly");
  expect(sent).toBe("__Host-ringback.session_token=a.b%3D; Path=/; HttpOnly; Secure");
  expect(fromHostCookies("__Host-ringback.session_token=a.b%3D")).toBe("ringback.session_token=a.b%3D");
});

test("a cookie with the plain name is no session over TLS, whatever stands beside it", () => {
  expect(fromHostCookies("ringback.session_token=forged")).toBe("");
  expect(
    fromHostCookies("theme=dark; ringback.session_token=forged; __Host-ringback.session_token=own"),
  ).toBe("theme=dark; ringback.session_token=own");
  expect(fromHostCookies(" ; ringback.session_token=forged;;")).toBe("");
});

test("cookies of others pass as they are", () => {
  const others = "theme=dark; __Host-other=1; x=__Host-ringback.session_token=1; language=ko";
  expect(fromHostCookies(others)).toBe(others);
});
