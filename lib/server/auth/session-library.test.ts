import { afterAll, beforeAll, expect, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { createUser } from "@/lib/server/services/user/create";
import { updateUser } from "@/lib/server/services/user/update";
import { userPassword as password } from "@/lib/server/testing/credentials";
import { sessionCookie } from "@/lib/server/testing/session-cookie";
import { type CallApi, testApi } from "@/lib/server/testing/test-api";
import { testContext } from "@/lib/server/testing/test-context";

let context: ServiceContext;
let call: CallApi;
beforeAll(async () => {
  context = await testContext();
  call = await testApi(context);
});
afterAll(() => context.database.close());

/** Signs in and gives the headers of a browser that has the session's cookie. */
async function signIn(name: string, secret = password, cookie = "") {
  return { authorization: "", cookie: await sessionCookie(call, { name, password: secret }, { cookie }) };
}

const whoIs = async (headers: Readonly<Record<string, string>>) =>
  (await call("GET", "/session", undefined, headers)).body.name ?? null;

test.each([
  ["a name in another letter case", "Kim", "KIM", password],
  ["a name whose letter cases differ in length", "Straße", "STRASSE", password],
  ["the longest name and password that the rules allow", "가".repeat(50), "가".repeat(50), "😀".repeat(128)],
])("a session begins with %s", async (_, name, typed, secret) => {
  await createUser(context, { name, role: "readOnly", password: secret });
  expect(await whoIs(await signIn(typed, secret))).toBe(name);
});

test("a new password ends the session of the cookie", async () => {
  const { version } = await createUser(context, { name: "Lee", role: "readOnly", password });
  const headers = await signIn("Lee");
  expect(await whoIs(headers)).toBe("Lee");
  await updateUser(context, "Lee", { version, password: "another password" });
  expect(await whoIs(headers)).toBeNull();
});
