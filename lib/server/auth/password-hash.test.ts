import { hashPassword as hashOfEarlierVersions } from "better-auth/crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkPassword } from "@/lib/server/auth/password";
import { hashAtPresentCost, matchesHash } from "@/lib/server/auth/password-hash";
import type { ServiceContext } from "@/lib/server/context";
import { findPasswordHash, findUser } from "@/lib/server/db/user";
import { createUser } from "@/lib/server/services/user/create";
import { testContext } from "@/lib/server/testing/test-context";

const password = "a password of some length";

describe("a stored hash", () => {
  test("tells its cost, is salted, and is matched by its password only", async () => {
    const hash = await hashAtPresentCost(password);
    expect(hash).toMatch(/^scrypt\$16384\$8\$5\$[0-9a-f]{32}\$[0-9a-f]{128}$/);
    expect(await hashAtPresentCost(password)).not.toBe(hash);
    expect(await matchesHash(hash, password)).toEqual({ isRight: true, isOutdated: false });
    expect(await matchesHash(hash, `${password}.`)).toEqual({ isRight: false, isOutdated: false });
  });

  test("of an earlier version is still matched by its password only", async () => {
    const hash = await hashOfEarlierVersions(password);
    expect(await matchesHash(hash, password)).toEqual({ isRight: true, isOutdated: true });
    expect(await matchesHash(hash, "another")).toEqual({ isRight: false, isOutdated: true });
  });

  test("is the same for a password whose characters were typed in another composition", async () => {
    const hash = await hashAtPresentCost("암호 é 긴 암호".normalize("NFD"));
    expect(await matchesHash(hash, "암호 é 긴 암호".normalize("NFC"))).toMatchObject({ isRight: true });
  });

  test.each(["", "x", "scrypt$16384$8$5$ab$cd", "ab:cd", "scrypt$1$1$1$", "bcrypt$x"])(
    "that is %j is an error, never a match",
    async (broken) => {
      await expect(matchesHash(broken, password)).rejects.toThrow("cannot be read");
    },
  );
});

describe("a hash of an earlier version", () => {
  let context: ServiceContext;
  beforeAll(async () => {
    context = await testContext();
  });
  afterAll(() => context.database.close());

  const storedHash = async (name: string) => {
    const user = await findUser(context.database.prisma, name);
    return { id: user?.id ?? "", hash: user && (await findPasswordHash(context.database.prisma, user.id)) };
  };
  const signIn = (secret: string) =>
    checkPassword(context.database, { name: "Earlier", password: secret, address: "192.0.2.1" }, new Date());

  test("is made anew by a right sign-in, and left alone by a wrong one", async () => {
    const { prisma } = context.database;
    await createUser(context, { name: "Earlier", role: "readOnly", password });
    const earlier = await hashOfEarlierVersions(password);
    const { id } = await storedHash("Earlier");
    await prisma.account.updateMany({ where: { userId: id }, data: { password: earlier } });
    expect(await signIn("wrong")).toBeNull();
    expect((await storedHash("Earlier")).hash).toBe(earlier);
    const verified = await signIn(password);
    const { hash } = await storedHash("Earlier");
    expect(hash).toMatch(/^scrypt\$16384\$8\$5\$/);
    expect(verified).toMatchObject({ user: { name: "Earlier", version: 1 }, passwordHash: hash });
    expect(await matchesHash(hash ?? "", password)).toEqual({ isRight: true, isOutdated: false });
    expect(await signIn(password)).toMatchObject({ passwordHash: hash });
  });
});
