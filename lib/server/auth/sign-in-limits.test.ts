import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { networkOf } from "@/lib/server/auth/client-address";
import {
  budgetsOf,
  mostFailures,
  mostFailuresWhereKnown,
  recordFailure,
  windowSeconds,
} from "@/lib/server/auth/failure-limit";
import { checkPassword } from "@/lib/server/auth/password";
import type { ServiceContext } from "@/lib/server/context";
import { findUser } from "@/lib/server/db/user";
import { createApiKey } from "@/lib/server/services/api-key/create";
import { changePassword } from "@/lib/server/services/session/change-password";
import { createUser } from "@/lib/server/services/user/create";
import { basic, userPassword as password } from "@/lib/server/testing/credentials";
import { type CallApi, testApi } from "@/lib/server/testing/test-api";
import { refusalFrom, testContext } from "@/lib/server/testing/test-context";
import { testPassword } from "@/lib/server/testing/test-password";

let context: ServiceContext;
let call: CallApi;
beforeAll(async () => {
  context = await testContext();
  call = await testApi(context);
});
afterAll(() => context.database.close());

const add = (name: string) => createUser(context, { name, role: "readOnly", password });
const start = Date.parse("2026-01-01T00:00:00Z");
/** Each test has a day of its own, so that nothing is remembered or counted from the one before. */
const dayOf = (day: number, seconds = 0) => new Date(start + (day * 86_400 + seconds) * 1000);

const check = (name: string, secret: string, address: string, now: Date) =>
  checkPassword(context.database, { name, password: secret, address }, now);
const outcome = (work: Promise<unknown>) =>
  work.then(
    (verified) => (verified ? "in" : "wrong"),
    (refusal: { code: string }) => refusal.code,
  );

/** Failures as they are counted without the time that the hashes of all of them take; the last one is a real one. */
async function failOften(
  times: number,
  name: string,
  address: string,
  now: Date,
  userId: string | null = null,
) {
  const budgets = budgetsOf(name, networkOf(address), userId);
  for (let count = 1; count < times; count++) await recordFailure(context.database.prisma, budgets, now);
  expect(await outcome(check(name, "wrong", address, now))).toBe("wrong");
}

const home = "198.51.100.7";
const office = "198.51.100.8";
const evil = "203.0.113.66";

describe("the owner of a name that others guess at", () => {
  test("is let in where they signed in before, and the guesser has to wait", async () => {
    await add("Guessed");
    expect(await outcome(check("Guessed", password, home, dayOf(1)))).toBe("in");
    await failOften(mostFailures.ofName, "guessed", evil, dayOf(2));
    expect(await outcome(check("Guessed", "wrong", evil, dayOf(2, 1)))).toBe("tooManyAttempts");
    expect(await outcome(check("Guessed", password, office, dayOf(2, 1)))).toBe("tooManyAttempts");
    expect(await outcome(check("Guessed", password, home, dayOf(2, 1)))).toBe("in");
  });

  test("is let in there too while strangers have spent what is allowed to all", async () => {
    await add("Flooded");
    await check("Flooded", password, home, dayOf(3));
    const expiresAt = dayOf(4, windowSeconds);
    await context.database.prisma.signInFailure.upsert({
      where: { key: "all" },
      create: { key: "all", count: mostFailures.ofAll, expiresAt },
      update: { count: mostFailures.ofAll, expiresAt },
    });
    expect(await refusalFrom(check("Stranger", password, evil, dayOf(4, 20)))).toMatchObject({
      code: "tooManyAttempts",
      data: { retryAfterSeconds: windowSeconds - 20 },
    });
    expect(await outcome(check("Flooded", password, home, dayOf(4)))).toBe("in");
  });

  test("has limited tries there as well, and a stranger beside them cannot go on for ever", async () => {
    await add("Shared");
    const verified = await check("Shared", password, home, dayOf(5));
    await failOften(mostFailuresWhereKnown, "Shared", home, dayOf(6), verified?.user.id);
    expect(await outcome(check("Shared", password, home, dayOf(6, 1)))).toBe("tooManyAttempts");
    expect(await outcome(check("Shared", password, home, dayOf(6, windowSeconds)))).toBe("in");
  });

  test("is known where they signed in within 90 days, no longer", async () => {
    await add("Away");
    await check("Away", password, home, dayOf(-100));
    await failOften(mostFailures.ofName, "Away", evil, dayOf(-9));
    expect(await outcome(check("Away", password, home, dayOf(-9, 1)))).toBe("tooManyAttempts");
  });
});

describe("one password tried on many names", () => {
  test("is refused from the network that does it, and from nowhere else", async () => {
    await add("Bystander");
    for (let name = 1; name < mostFailures.ofNetwork - 2; name++) {
      const budgets = budgetsOf(`spray ${name}`, networkOf(`2001:db8:1:2::${name}`), null);
      await recordFailure(context.database.prisma, budgets, dayOf(7));
    }
    for (const name of ["spray x", "spray y", "spray z"])
      expect(await outcome(check(name, "wrong", "2001:db8:1:2::abcd", dayOf(7)))).toBe("wrong");
    expect(await outcome(check("spray more", "wrong", "2001:db8:1:2::ffff", dayOf(7)))).toBe(
      "tooManyAttempts",
    );
    expect(await outcome(check("Bystander", password, "2001:db8:1:3::1", dayOf(7)))).toBe("in");
  });

  test("is not made easier by signing in as oneself in between", async () => {
    await add("Insider");
    for (let name = 1; name < mostFailures.ofNetwork; name++) {
      const budgets = budgetsOf(`victim ${name}`, networkOf(evil), null);
      await recordFailure(context.database.prisma, budgets, dayOf(8));
    }
    expect(await outcome(check("Insider", password, evil, dayOf(8)))).toBe("in");
    expect(await outcome(check("last victim", "wrong", evil, dayOf(8)))).toBe("wrong");
    expect(await outcome(check("one more victim", "wrong", evil, dayOf(8)))).toBe("tooManyAttempts");
  });
});

test("200 strangers at once keep nobody out: few are looked at, the rest told to come back, owners and keys go first", async () => {
  const from = (address: string, authorization: string) => ({
    authorization,
    "x-ringback-client-address": address,
  });
  await add("Regular");
  const { key } = await createApiKey(context, { name: "Watcher" });
  // Signed in here once, a while ago: nothing of it is remembered in memory.
  await check("Regular", password, home, new Date(Date.now() - 3_600_000));
  const flood = Array.from({ length: 200 }, (_, index) =>
    call("GET", "/session", undefined, from(evil, basic(`flood ${index}`, "wrong"))),
  );
  const owner = await call("GET", "/session", undefined, from(home, basic("Regular")));
  const program = await call("GET", "/session", undefined, from(home, `Bearer ${key}`));
  expect([owner.status, program.status]).toEqual([200, 200]);
  const answers = await Promise.all(flood);
  const looked = answers.filter(({ status }) => status === 401);
  const refused = answers.filter(({ status }) => status === 429);
  expect(looked.length + refused.length).toBe(200);
  expect(looked.length).toBeGreaterThan(0);
  expect(looked.length).toBeLessThanOrEqual(mostFailures.ofNetwork + 1);
  for (const { headers, body } of refused) {
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    expect(["signInBusy", "tooManyAttempts"]).toContain(body.code);
  }
});

test("who guesses at a name in a burst does not keep its owner waiting behind the guesses", async () => {
  await add("Pressed");
  await check("Pressed", password, home, dayOf(10));
  let told = 0;
  const guesses = Array.from({ length: 40 }, async (_, index) => {
    const answer = await outcome(check("Pressed", `guess ${index}`, "203.0.113.11", dayOf(11)));
    told += 1;
    return answer;
  });
  expect(await outcome(check("Pressed", password, home, dayOf(11)))).toBe("in");
  // The owner costs one hash, the guesses that are looked at one each, one after the other.
  expect(told).toBeLessThan(guesses.length);
  const answers = await Promise.all(guesses);
  expect(answers.filter((answer) => answer === "wrong")).toHaveLength(mostFailures.ofName);
});

test("a lock ends by the clock on the wall, not by that of the phones", async () => {
  const { prisma } = context.database;
  await add("Tester");
  const userId = (await findUser(prisma, "Tester"))?.id ?? "";
  const own = (now: Date): ServiceContext => ({
    ...context,
    actor: { userId, name: "Tester", role: "readOnly" },
    address: office,
    now: () => now,
  });
  const change = (currentPassword: string, now: Date) =>
    refusalFrom(changePassword(own(now), { currentPassword, newPassword: "the password from now on" }));
  const aYearOn = new Date(Date.now() + 365 * 86_400_000);
  for (let guess = 0; guess < mostFailures.ofName; guess++) await change("wrong", new Date());
  expect(await change(password, aYearOn)).toMatchObject({ code: "tooManyAttempts" });
  expect(await outcome(check("admin", testPassword, home, new Date()))).toBe("in");
});
