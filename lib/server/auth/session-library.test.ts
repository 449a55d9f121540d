import { afterAll, beforeAll, expect, test } from "vitest";
import { type Auth, createAuth } from "@/lib/server/auth/auth";
import type { ServiceContext } from "@/lib/server/context";
import { createUser } from "@/lib/server/services/user/create";
import { updateUser } from "@/lib/server/services/user/update";
import { testContext } from "@/lib/server/testing/test-context";

let context: ServiceContext;
let auth: Auth;
beforeAll(async () => {
  context = await testContext();
  auth = createAuth(context.database, "a secret that is only for tests 123");
});
afterAll(() => context.database.close());

/** Signs in and gives the headers of a browser that has the session's cookie. */
async function signIn(username: string, password: string): Promise<Headers> {
  const { headers } = await auth.api.signInUsername({ body: { username, password }, returnHeaders: true });
  const cookies = headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  return new Headers({ cookie: cookies.join("; ") });
}

test.each([
  ["a name in another letter case", "Kim", "KIM", "a password of some length"],
  ["a name whose letter cases differ in length", "Straße", "STRASSE", "a password of some length"],
  ["the longest name and password that the rules allow", "가".repeat(50), "가".repeat(50), "😀".repeat(128)],
])("the session library finds %s", async (_, name, typed, password) => {
  await createUser(context, { name, role: "readOnly", password });
  const session = await auth.api.getSession({ headers: await signIn(typed, password) });
  expect(session?.user).toMatchObject({ displayUsername: name });
});

test("a new password ends the session of the cookie", async () => {
  const password = "a password of some length";
  const { version } = await createUser(context, { name: "Lee", role: "readOnly", password });
  const headers = await signIn("Lee", password);
  expect(await auth.api.getSession({ headers })).not.toBeNull();
  await updateUser(context, "Lee", { version, password: "another password" });
  expect(await auth.api.getSession({ headers })).toBeNull();
});
