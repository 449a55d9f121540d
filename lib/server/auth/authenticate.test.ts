import pino from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAuth } from "@/lib/server/auth/auth";
import { authenticate } from "@/lib/server/auth/authenticate";
import { mostFailures, windowSeconds } from "@/lib/server/auth/failure-limit";
import type { ServiceContext } from "@/lib/server/context";
import { findApiKey } from "@/lib/server/db/api-key";
import { findUser } from "@/lib/server/db/user";
import type { Instance } from "@/lib/server/instance";
import { createApiKey } from "@/lib/server/services/api-key/create";
import { removeApiKey } from "@/lib/server/services/api-key/remove";
import { createUser } from "@/lib/server/services/user/create";
import { removeUser } from "@/lib/server/services/user/remove";
import { updateUser } from "@/lib/server/services/user/update";
import { basic as basicOf, userPassword as password } from "@/lib/server/testing/credentials";
import { refusalFrom, testContext } from "@/lib/server/testing/test-context";

let context: ServiceContext;
let instance: Instance;
beforeAll(async () => {
  context = await testContext();
  const { database } = context;
  const auth = createAuth(database, "a secret that is only for tests 123");
  instance = { database, auth, logger: pino({ level: "silent" }) } as Instance;
});
afterAll(() => context.database.close());

const start = Date.parse("2026-01-01T00:00:00Z");
const at = (seconds: number) => new Date(start + seconds * 1000);
const add = (name: string) => createUser(context, { name, role: "readOnly", password });

function ask(authorization: string, moment = at(0), address = "198.51.100.1") {
  const headers = new Headers({ authorization, "x-ringback-client-address": address });
  return authenticate(instance, headers, moment);
}

function basic(name: string, secret = password, moment = at(0), address = "198.51.100.1") {
  return ask(basicOf(name, secret), moment, address);
}

describe("HTTP Basic", () => {
  test("name in any letter case and password tell who asks", async () => {
    await add("Kim");
    expect(await basic("KIM")).toMatchObject({ name: "Kim", role: "readOnly" });
  });

  test("a password may hold colons and letters of any language", async () => {
    const secret = "암호: 콜론 : 포함";
    await createUser(context, { name: "이영희", role: "readOnly", password: secret });
    expect(await basic("이영희", secret)).toMatchObject({ name: "이영희" });
  });

  test.each([
    ["a wrong password", basicHeader("admin:wrong")],
    ["an unknown name", basicHeader("nobody:whatever")],
    ["no colon", basicHeader("admin")],
    ["no name", basicHeader(":secret")],
    ["a name that no database can hold", basicHeader("a\0b:secret")],
    ["something that is not base64", "Basic %%%"],
    ["nothing", "Basic"],
    ["another scheme", "Digest username=admin"],
  ])("%s is refused", async (_, header) => {
    expect(await refusalFrom(ask(header))).toMatchObject({ code: "notSignedIn" });
  });

  test("a remembered password is void as soon as it is changed", async () => {
    const { version } = await add("Changing");
    await basic("Changing");
    await updateUser(context, "Changing", { version, password: "another password" });
    expect(await refusalFrom(basic("Changing"))).toMatchObject({ code: "notSignedIn" });
    expect(await basic("Changing", "another password")).not.toBeNull();
  });

  test("a remembered password brings the role of now, and nobody once the user is deleted", async () => {
    const { version } = await add("Promoted");
    await basic("Promoted");
    await updateUser(context, "Promoted", { version, role: "phoneAdministrator" });
    expect(await basic("Promoted")).toMatchObject({ role: "phoneAdministrator" });
    await removeUser(context, "Promoted");
    expect(await refusalFrom(basic("Promoted"))).toMatchObject({ code: "notSignedIn" });
  });
});

describe("the limit of failed sign-ins", () => {
  /** A network of its own for each name: that of one is not counted for the other. */
  const networkOf = (name: string) => `203.0.113.${name.length}`;
  const fail = (name: string, at: Date) => refusalFrom(basic(name, "wrong", at, networkOf(name)));

  test("after five failures even the right password has to wait until the window ends", async () => {
    await add("Limited");
    for (let attempt = 0; attempt < mostFailures.ofName; attempt++) {
      expect(await fail("Limited", at(attempt))).toMatchObject({ code: "notSignedIn" });
    }
    expect(await refusalFrom(basic("Limited", password, at(10)))).toMatchObject({
      code: "tooManyAttempts",
      data: { retryAfterSeconds: windowSeconds - 10 },
    });
    expect(await basic("Limited", password, at(windowSeconds))).toMatchObject({ name: "Limited" });
  });

  test("another spelling of the name is no fresh set of attempts", async () => {
    await add("Strasse");
    for (const name of ["strasse", "STRASSE", " Strasse", "Straße", "strasse "]) await fail(name, at(0));
    expect(await fail("Strasse", at(1))).toMatchObject({ code: "tooManyAttempts" });
  });

  test("a burst of guesses gets no more tries than one after the other", async () => {
    await add("Burst");
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => fail("Burst", at(0))));
    expect(outcomes.filter(({ code }) => code === "notSignedIn")).toHaveLength(mostFailures.ofName);
  });

  test("right sign-ins are never counted, however many come at once", async () => {
    await add("Busy");
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => basic("Busy")));
    expect(outcomes.every((actor) => actor?.name === "Busy")).toBe(true);
  });

  test("a success forgets the failures before it", async () => {
    await add("Clumsy");
    for (let attempt = 1; attempt < mostFailures.ofName; attempt++) await fail("Clumsy", at(0));
    await basic("Clumsy");
    expect(await fail("Clumsy", at(0))).toMatchObject({ code: "notSignedIn" });
    expect(await basic("Clumsy", password, at(1))).not.toBeNull();
  });

  test("who has proved their password keeps working while others guess at it", async () => {
    await add("Attacked");
    await basic("Attacked");
    for (let attempt = 0; attempt < mostFailures.ofName; attempt++) await fail("Attacked", at(0));
    expect(await basic("Attacked", password, at(1))).toMatchObject({ name: "Attacked" });
  });
});

describe("API keys", () => {
  test("a key acts as its owner in the owner's role of now, and its use is noted once a minute", async () => {
    await add("Owner");
    const owner = await findUser(context.database.prisma, "Owner");
    const userId = owner?.id ?? "";
    const own = { ...context, actor: { userId, name: "Owner", role: "readOnly" as const } };
    const { key } = await createApiKey(own, { name: "Script" });
    const id = (await findApiKey(context.database.prisma, userId, "Script"))?.id;
    expect(await ask(`Bearer ${key}`)).toEqual({
      ...{ userId, name: "Owner", role: "readOnly" },
      credential: { kind: "apiKey", id },
    });
    const lastUse = async () => (await findApiKey(context.database.prisma, userId, "Script"))?.lastUsedAt;
    await ask(`bearer ${key}`, at(59));
    expect(await lastUse()).toEqual(at(0));
    await ask(`Bearer ${key}`, at(60));
    expect(await lastUse()).toEqual(at(60));
  });

  test("an expired, a revoked and an invented key are refused", async () => {
    const timed = await createApiKey(context, { name: "Timed", expiresInDays: 1 });
    const end = new Date(timed.expiresAt ?? 0);
    expect(await ask(`Bearer ${timed.key}`, new Date(end.getTime() - 1))).not.toBeNull();
    expect(await refusalFrom(ask(`Bearer ${timed.key}`, end))).toMatchObject({ code: "notSignedIn" });
    const revoked = await createApiKey(context, { name: "Revoked" });
    await removeApiKey(context, "Revoked");
    expect(await refusalFrom(ask(`Bearer ${revoked.key}`))).toMatchObject({ code: "notSignedIn" });
    expect(await refusalFrom(ask("Bearer rbk_invented"))).toMatchObject({ code: "notSignedIn" });
  });
});

test("without credentials there is nobody, which is no failure", async () => {
  expect(await authenticate(instance, new Headers(), at(0))).toBeNull();
  expect(
    await authenticate(instance, new Headers({ cookie: "ringback.session_token=forged" }), at(0)),
  ).toBeNull();
});

function basicHeader(text: string): string {
  return `Basic ${Buffer.from(text).toString("base64")}`;
}
