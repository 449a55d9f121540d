import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { roles } from "@/lib/catalog/roles";
import { mostFailures } from "@/lib/server/auth/failure-limit";
import { checkPassword } from "@/lib/server/auth/password";
import type { ServiceContext } from "@/lib/server/context";
import { findApiKey } from "@/lib/server/db/api-key";
import { listRevisions } from "@/lib/server/db/revision";
import { findUser, findUserById } from "@/lib/server/db/user";
import { createApiKey } from "@/lib/server/services/api-key/create";
import { changePassword } from "@/lib/server/services/session/change-password";
import { setPreferences } from "@/lib/server/services/session/set-preferences";
import { setProfile } from "@/lib/server/services/session/set-profile";
import { createUser } from "@/lib/server/services/user/create";
import { removeUser } from "@/lib/server/services/user/remove";
import { refusalFrom, testContext } from "@/lib/server/testing/test-context";

let context: ServiceContext;
beforeAll(async () => {
  context = await testContext();
});
afterAll(() => context.database.close());

const currentPassword = "the password until now";
const newPassword = "the password from now on";

async function newUser(name: string, role: (typeof roles)[number] = "readOnly"): Promise<ServiceContext> {
  await createUser(context, { name, fullName: name, role, password: currentPassword });
  const user = await findUser(context.database.prisma, name);
  return { ...context, actor: { userId: user?.id ?? "", name, role } };
}

describe("one's own password", () => {
  let commoner: ServiceContext;
  beforeAll(async () => {
    commoner = await newUser("Commoner");
  });

  test.each(roles)("a person in the role %s changes it, and the history says so", async (role) => {
    const own = await newUser(`Password ${role}`, role);
    await changePassword(own, { currentPassword, newPassword });
    const { database } = context;
    const { name } = own.actor;
    const check = (password: string) =>
      checkPassword(database, { name, password, address: "192.0.2.1" }, new Date());
    expect(await check(newPassword)).not.toBeNull();
    expect(await check(currentPassword)).toBeNull();
    const [last] = await listRevisions(database.prisma, "user", own.actor.userId);
    expect(last).toMatchObject({ number: 2, by: own.actor.name, content: { passwordChanged: true } });
  });

  test("all sessions of the person end", async () => {
    const own = await newUser("Everywhere");
    const { session } = context.database.prisma;
    const { userId } = own.actor;
    await session.create({ data: { id: "s", token: "t", userId, expiresAt: new Date(Date.now() + 60_000) } });
    await changePassword(own, { currentPassword, newPassword });
    expect(await session.count({ where: { userId } })).toBe(0);
  });

  test("the current password must be right, and wrong ones count as failed sign-ins", async () => {
    const own = await newUser("Guess");
    for (let attempt = 0; attempt < mostFailures.ofName; attempt++) {
      expect(await refusalFrom(changePassword(own, { currentPassword: "wrong", newPassword }))).toMatchObject(
        {
          code: "validationFailed",
          data: { problems: [{ path: ["currentPassword"], code: "wrongPassword" }] },
        },
      );
    }
    expect(await refusalFrom(changePassword(own, { currentPassword: "wrong", newPassword }))).toMatchObject({
      code: "tooManyAttempts",
    });
  });

  test("API keys go on working after it, or are revoked with a row of history each, as the person says", async () => {
    const own = await newUser("Keys");
    const { prisma } = context.database;
    await createApiKey(own, { name: "Script" });
    const id = (await findApiKey(prisma, own.actor.userId, "Script"))?.id ?? "";
    await changePassword(own, { currentPassword, newPassword });
    expect(await findApiKey(prisma, own.actor.userId, "Script")).not.toBeNull();
    const next = { currentPassword: newPassword, newPassword: "yet another password" };
    await changePassword(own, { ...next, apiKeys: "revoke" });
    expect(await findApiKey(prisma, own.actor.userId, "Script")).toBeNull();
    expect((await listRevisions(prisma, "apiKey", id))[0]).toMatchObject({ action: "deleted", by: "Keys" });
  });

  test.each(["Password1", "QWERTYUIOP", "iloveyou1", "trustno1", "1234567890"])(
    "%s is too common to be a new one",
    async (common) => {
      expect(
        await refusalFrom(changePassword(commoner, { currentPassword, newPassword: common })),
      ).toMatchObject({
        data: { problems: [{ path: ["newPassword"], code: "commonPassword" }] },
      });
    },
  );

  test("a new password that breaks the rules is refused at its own field", async () => {
    const own = await newUser("Same as name");
    expect(
      await refusalFrom(changePassword(own, { currentPassword, newPassword: "SAME AS NAME" })),
    ).toMatchObject({
      data: { problems: [{ path: ["newPassword"], code: "passwordIsUserName" }] },
    });
  });
});

describe("one's own full name", () => {
  test("is changed with a history row; the same name again makes none", async () => {
    const own = await newUser("Profile");
    expect(await setProfile(own, { fullName: " Kim Min-jun " })).toMatchObject({ fullName: "Kim Min-jun" });
    expect(await setProfile(own, { fullName: "Kim Min-jun" })).toMatchObject({ role: "readOnly" });
    expect(await listRevisions(context.database.prisma, "user", own.actor.userId)).toHaveLength(2);
    expect(await refusalFrom(setProfile(own, { fullName: "<b>" }))).toMatchObject({
      code: "validationFailed",
    });
  });
});

describe("preferences", () => {
  test("are remembered one by one, and null follows browser and system again", async () => {
    const own = await newUser("Preferences");
    expect(await setPreferences(own, { language: "ko" })).toMatchObject({ language: "ko", theme: null });
    expect(await setPreferences(own, { theme: "dark" })).toMatchObject({ language: "ko", theme: "dark" });
    expect(await setPreferences(own, { language: null })).toMatchObject({ language: null, theme: "dark" });
    const stored = await findUserById(context.database.prisma, own.actor.userId);
    expect(stored).toMatchObject({ language: null, theme: "dark", version: 1 });
  });

  test("two that are set at the same time are both remembered", async () => {
    const own = await newUser("Two windows");
    for (let round = 0; round < 20; round += 1) {
      const theme = round % 2 === 0 ? "dark" : "light";
      await setPreferences(own, { language: null });
      await Promise.all([setPreferences(own, { theme }), setPreferences(own, { language: "ko" })]);
      const stored = await findUserById(context.database.prisma, own.actor.userId);
      expect(stored).toMatchObject({ language: "ko", theme });
    }
  });

  test("a person who was deleted meanwhile is signed out", async () => {
    const own = await newUser("Deleted");
    await removeUser(context, "Deleted");
    expect(await refusalFrom(setPreferences(own, { theme: "dark" }))).toMatchObject({ code: "notSignedIn" });
  });
});
