import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { UserCreateInput, UserUpdateInput } from "@/lib/contract/user";
import { checkPassword } from "@/lib/server/auth/password";
import type { ServiceContext } from "@/lib/server/context";
import { listRevisions, systemActor } from "@/lib/server/db/revision";
import { countUsersWithRole, findUser } from "@/lib/server/db/user";
import { createApiKey } from "@/lib/server/services/api-key/create";
import { createUser } from "@/lib/server/services/user/create";
import { getUser } from "@/lib/server/services/user/get";
import { listUsers } from "@/lib/server/services/user/list";
import { listUserRevisions } from "@/lib/server/services/user/list-revisions";
import { removeUser } from "@/lib/server/services/user/remove";
import { updateUser } from "@/lib/server/services/user/update";
import { inRole, refusalFrom, testContext } from "@/lib/server/testing/test-context";

let context: ServiceContext;
beforeAll(async () => {
  context = await testContext();
});
afterAll(() => context.database.close());

const password = "a password of some length";
const add = (name: string, more: Partial<UserCreateInput> = {}) =>
  createUser(context, { name, role: "readOnly", password, ...more });
const all = { where: [], match: "all", sort: "name", limit: 250 } as const;
const everybody = async (where: string[] = []) =>
  (await listUsers(context, { ...all, where })).items.map(({ name }) => name);

/** The same database in the hands of that user. */
async function asUser(name: string): Promise<ServiceContext> {
  const user = await findUser(context.database.prisma, name);
  if (!user) throw new Error(`no user ${name}`);
  return { ...context, actor: { userId: user.id, name: user.name, role: user.role } };
}

describe("making a user", () => {
  test("the new user can sign in, and version 1 is in the history", async () => {
    const user = await add(" Kim ", {
      fullName: "Kim Min-jun",
      role: "phoneAdministrator",
      reason: "new colleague",
    });
    expect(user).toMatchObject({
      name: "Kim",
      fullName: "Kim Min-jun",
      role: "phoneAdministrator",
      version: 1,
      apiKeyCount: 0,
    });
    const attempt = { name: "KIM", password, address: "192.0.2.1" };
    expect(await checkPassword(context.database, attempt, new Date())).toMatchObject({
      user: { name: "Kim" },
    });
    const { items } = await listUserRevisions(context, "kim");
    expect(items).toMatchObject([
      { number: 1, action: "created", by: "admin", reason: "new colleague", changes: [] },
    ]);
  });

  test("a name in other letter case is refused, also when both are sent at once", async () => {
    const outcomes = await Promise.allSettled([add("Lee"), add("LEE"), add("lee")]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await refusalFrom(add("lEE"))).toMatchObject({
      code: "nameTaken",
      data: { problems: [{ path: ["name"], code: "nameTaken", params: { name: "lEE" } }] },
    });
    expect(await everybody(["name:isExactly:lee"])).toHaveLength(1);
  });

  test("nobody is called what the history calls the program", async () => {
    expect(await refusalFrom(add(systemActor))).toMatchObject({
      data: { problems: [{ path: ["name"], code: "nameReserved" }] },
    });
  });

  test("everything that is wrong is named at once, and nothing is stored", async () => {
    const before = await everybody();
    const refusal = await refusalFrom(add("a:b", { fullName: "x".repeat(51), password: "short" }));
    expect(refusal).toMatchObject({
      code: "validationFailed",
      data: {
        problems: [
          { path: ["name"], code: "forbiddenCharacters" },
          { path: ["fullName"], code: "tooLong" },
          { path: ["password"], code: "tooShort" },
        ],
      },
    });
    expect(await everybody()).toEqual(before);
  });
});

describe("changing a user", () => {
  const change = (name: string, input: UserUpdateInput) => updateUser(context, name, input);

  test("what is absent stays, and the history says in words what changed", async () => {
    await add("Park", { fullName: "Park" });
    const after = await change("park", { version: 1, name: "Park2", role: "superUser", reason: "promoted" });
    expect(after).toMatchObject({ name: "Park2", fullName: "Park", role: "superUser", version: 2 });
    const { items } = await listUserRevisions(context, "Park2");
    expect(items[0]).toMatchObject({
      number: 2,
      action: "updated",
      reason: "promoted",
      changes: [
        { kind: "renamed", from: "Park", to: "Park2" },
        { kind: "roleChanged", from: "readOnly", to: "superUser" },
      ],
    });
    expect(await refusalFrom(getUser(context, "Park"))).toMatchObject({ code: "notFound" });
  });

  test("a change that changes nothing makes no version", async () => {
    const before = await add("Still");
    expect(await change("STILL", { version: 1, name: " Still ", role: "readOnly" })).toEqual(before);
    expect((await listUserRevisions(context, "Still")).items).toHaveLength(1);
  });

  test("a stale change is refused with what is stored and what it was based on", async () => {
    await add("Stale", { fullName: "First" });
    await change("Stale", { version: 1, fullName: "Second" });
    const refusal = await refusalFrom(change("Stale", { version: 1, fullName: "Third" }));
    expect(refusal.code).toBe("stale");
    expect(refusal.data.current).toMatchObject({ fullName: "Second", version: 2 });
    expect(refusal.data.base).toEqual({ name: "Stale", fullName: "First", role: "readOnly", version: 1 });
    expect(await getUser(context, "Stale")).toMatchObject({ fullName: "Second", version: 2 });
  });

  test("of two changes at once that are based on the same version one is refused as stale", async () => {
    await add("Twice");
    const outcomes = await Promise.allSettled([
      change("Twice", { version: 1, fullName: "One" }),
      change("Twice", { version: 1, fullName: "Other" }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(outcomes).toContainEqual({
      status: "rejected",
      reason: expect.objectContaining({ code: "stale" }),
    });
  });

  test("a name that another user has is refused", async () => {
    await add("Here");
    await add("There");
    expect(await refusalFrom(change("There", { version: 1, name: "HERE" }))).toMatchObject({
      code: "nameTaken",
    });
  });

  test("a new password ends the sessions, and no password or hash is in the history", async () => {
    await add("Sessions");
    const owner = await asUser("Sessions");
    const { session } = context.database.prisma;
    const { userId } = owner.actor;
    await session.create({ data: { id: "s", token: "t", userId, expiresAt: new Date(Date.now() + 60_000) } });
    const secret = "another password entirely";
    expect(await change("Sessions", { version: 1, password: secret })).toMatchObject({ version: 2 });
    expect(await session.count({ where: { userId } })).toBe(0);
    expect((await listUserRevisions(context, "Sessions")).items[0]?.changes).toEqual([
      { kind: "passwordChanged" },
    ]);
    const rows = JSON.stringify(await listRevisions(context.database.prisma, "user", userId));
    expect(rows).not.toContain(secret);
    expect(rows.match(/"(content)":\{[^}]*\}/g)?.join()).not.toMatch(/hash|"password"/i);
  });
});

describe("a person's own password by way of the users", () => {
  test("needs the current one, as everywhere, and wrong ones count as failed sign-ins", async () => {
    await add("Own way", { role: "superUser" });
    const own = await asUser("Own way");
    const secret = "another password entirely";
    const attempt = (currentPassword?: string) =>
      updateUser(own, "own WAY", {
        version: 1,
        password: secret,
        ...(currentPassword === undefined ? {} : { currentPassword }),
      });
    expect(await refusalFrom(attempt())).toMatchObject({
      code: "validationFailed",
      data: { problems: [{ path: ["currentPassword"], code: "required" }] },
    });
    expect(await refusalFrom(attempt("wrong"))).toMatchObject({
      data: { problems: [{ path: ["currentPassword"], code: "wrongPassword" }] },
    });
    expect(await context.database.prisma.signInFailure.count({ where: { key: "name own way" } })).toBe(1);
    expect(await attempt(password)).toMatchObject({ version: 2 });
    expect(await updateUser(own, "Own way", { version: 2, fullName: "No password" })).toMatchObject({
      version: 3,
    });
  });

  test("somebody else's is given without one, and their keys are revoked on request", async () => {
    await add("Given");
    const owner = await asUser("Given");
    await createApiKey(owner, { name: "script" });
    await updateUser(context, "Given", { version: 1, password: "another password", apiKeys: "keep" });
    expect(await getUser(context, "Given")).toMatchObject({ apiKeyCount: 1 });
    await updateUser(context, "Given", { version: 2, password: "yet another password", apiKeys: "revoke" });
    expect(await getUser(context, "Given")).toMatchObject({ apiKeyCount: 0 });
  });

  test.each([
    ["Dragon Heart", "dragon heart 99", "passwordHasUserName"],
    ["Somebody", "Football1", "commonPassword"],
  ])("of a new user %s the password %s is refused with %s", async (name, secret, code) => {
    expect(await refusalFrom(add(name, { password: secret }))).toMatchObject({
      data: { problems: [{ path: ["password"], code }] },
    });
  });
});

describe("deleting a user", () => {
  test("sessions, password and API keys go with the user, the history stays", async () => {
    await add("Gone");
    const owner = await asUser("Gone");
    await createApiKey(owner, { name: "script" });
    expect(await getUser(context, "gone")).toMatchObject({ apiKeyCount: 1 });
    await removeUser(context, "GONE", "left the company");
    expect(await refusalFrom(getUser(context, "Gone"))).toMatchObject({ code: "notFound" });
    expect(await context.database.prisma.apiKey.count({ where: { userId: owner.actor.userId } })).toBe(0);
    const [last] = await listRevisions(context.database.prisma, "user", owner.actor.userId);
    expect(last).toMatchObject({ number: 2, action: "deleted", reason: "left the company" });
    expect(await refusalFrom(createApiKey(owner, { name: "late" }))).toMatchObject({ code: "notSignedIn" });
  });

  test("nobody deletes themselves", async () => {
    await add("Deputy", { role: "superUser" });
    expect(await refusalFrom(removeUser(context, "admin"))).toMatchObject({ code: "ownUser" });
  });
});

describe("the last Super User", () => {
  /** Leaves only the two Super Users "admin" and "Second". */
  async function twoSuperUsers(): Promise<void> {
    const others = (await everybody(["role:isExactly:superUser"])).filter((name) => name !== "admin");
    for (const name of others) await removeUser(context, name);
    await add("Second", { role: "superUser" });
  }

  test("keeps the role and cannot be deleted", async () => {
    await twoSuperUsers();
    await removeUser(context, "Second");
    const { version } = await getUser(context, "admin");
    expect(await refusalFrom(updateUser(context, "admin", { version, role: "readOnly" }))).toMatchObject({
      code: "lastSuperUser",
    });
    expect(await refusalFrom(removeUser(context, "admin"))).toMatchObject({ code: "lastSuperUser" });
    expect(await getUser(context, "admin")).toMatchObject({ role: "superUser", version });
  });

  test("is still there after two requests at once that each take the role from the other", async () => {
    await twoSuperUsers();
    const { version } = await getUser(context, "admin");
    const second = await asUser("Second");
    const outcomes = await Promise.allSettled([
      updateUser(context, "Second", { version: 1, role: "readOnly" }),
      updateUser(second, "admin", { version, role: "readOnly" }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await countUsersWithRole(context.database.prisma, "superUser")).toBe(1);
    await context.database.prisma.user.update({ where: { username: "admin" }, data: { role: "superUser" } });
  });
});

describe("roles", () => {
  test.each([
    ["phoneAdministrator", "forbidden"],
    ["readOnly", "notFound"],
  ] as const)("%s: reading is answered with %s, changing is forbidden", async (role, whenReading) => {
    const other = inRole(context, role);
    for (const work of [getUser(other, "nobody"), listUserRevisions(other, "nobody")]) {
      expect(await refusalFrom(work)).toMatchObject({ code: whenReading });
    }
    for (const work of [
      createUser(other, { name: "x", role: "superUser", password }),
      updateUser(other, "admin", { version: 1, fullName: "x" }),
      removeUser(other, "admin"),
    ]) {
      expect(await refusalFrom(work)).toMatchObject({ code: "forbidden" });
    }
  });

  test("only who may read users finds them", async () => {
    expect((await listUsers(inRole(context, "readOnly"), { ...all, where: [] })).total).toBeGreaterThan(0);
    expect(
      await refusalFrom(listUsers(inRole(context, "phoneAdministrator"), { ...all, where: [] })),
    ).toMatchObject({
      code: "forbidden",
    });
  });
});
