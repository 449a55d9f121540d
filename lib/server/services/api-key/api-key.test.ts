import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { roles } from "@/lib/catalog/roles";
import { hashApiKey } from "@/lib/server/auth/api-key-token";
import type { ServiceContext } from "@/lib/server/context";
import { findApiKeyByHash } from "@/lib/server/db/api-key";
import { listRevisions } from "@/lib/server/db/revision";
import { findUser } from "@/lib/server/db/user";
import { createApiKey } from "@/lib/server/services/api-key/create";
import { listApiKeys } from "@/lib/server/services/api-key/list";
import { removeApiKey } from "@/lib/server/services/api-key/remove";
import { createUser } from "@/lib/server/services/user/create";
import { inRole, refusalFrom, testContext } from "@/lib/server/testing/test-context";

let context: ServiceContext;
beforeAll(async () => {
  context = await testContext();
});
afterAll(() => context.database.close());

const stored = (key: string) => findApiKeyByHash(context.database.prisma, hashApiKey(key));
const names = async (who: ServiceContext) => (await listApiKeys(who)).items.map(({ name }) => name);

describe("making an API key", () => {
  test("the key is answered once; afterwards only its first characters are known", async () => {
    const { key, ...shown } = await createApiKey(context, { name: " Backup script " });
    expect(shown).toMatchObject({ name: "Backup script", expiresAt: null, lastUsedAt: null });
    expect(key.startsWith(shown.start)).toBe(true);
    expect(JSON.stringify(await listApiKeys(context))).not.toContain(key);
    const revisions = await listRevisions(context.database.prisma, "apiKey", (await stored(key))?.id ?? "");
    expect(revisions).toMatchObject([{ number: 1, action: "created", by: "admin" }]);
    expect(JSON.stringify(revisions)).not.toContain(key);
    expect(JSON.stringify(revisions)).not.toContain(hashApiKey(key));
  });

  test("the days of its life are counted from now", async () => {
    const { createdAt, expiresAt } = await createApiKey(context, { name: "A week", expiresInDays: 7 });
    expect(Date.parse(expiresAt ?? "") - Date.parse(createdAt)).toBe(7 * 24 * 60 * 60 * 1000);
  });

  test("a name that the person has used, in any letter case, is refused, also when sent at once", async () => {
    const outcomes = await Promise.allSettled(
      ["Export", "EXPORT", "export"].map((name) => createApiKey(context, { name })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await refusalFrom(createApiKey(context, { name: "eXPORT" }))).toMatchObject({ code: "nameTaken" });
  });

  test.each(["", "a\nb", "<key>", "x".repeat(10_000)])("the name %j is refused", async (name) => {
    expect(await refusalFrom(createApiKey(context, { name }))).toMatchObject({ code: "validationFailed" });
  });
});

describe("revoking an API key", () => {
  test("the key is gone and the history says who did it and why", async () => {
    const { key } = await createApiKey(context, { name: "Old" });
    const id = (await stored(key))?.id ?? "";
    await removeApiKey(context, "OLD", { reason: "leaked" });
    expect(await stored(key)).toBeNull();
    const [last] = await listRevisions(context.database.prisma, "apiKey", id);
    expect(last).toMatchObject({
      number: 2,
      action: "deleted",
      by: "admin",
      reason: "leaked",
      content: { owner: "admin" },
    });
    expect(await refusalFrom(removeApiKey(context, "Old"))).toMatchObject({ code: "notFound" });
  });
});

describe("whose keys", () => {
  test("keys of others are neither listed nor revoked, and names do not clash", async () => {
    await createUser(context, { name: "Kim", role: "readOnly", password: "a password of some length" });
    const kim = await findUser(context.database.prisma, "kim");
    const other: ServiceContext = {
      ...context,
      actor: { userId: kim?.id ?? "", name: "Kim", role: "readOnly" },
    };
    await createApiKey(context, { name: "Mine" });
    expect(await names(other)).toEqual([]);
    expect(await refusalFrom(removeApiKey(other, "Mine"))).toMatchObject({ code: "notFound" });
    await createApiKey(other, { name: "Mine" });
    await removeApiKey(other, "Mine");
    expect(await names(context)).toContain("Mine");
  });

  test("an administrator sees everybody's keys with owner and last use, and revokes them; nobody else does", async () => {
    await createUser(context, { name: "Lee", role: "readOnly", password: "a password of some length" });
    const lee = await findUser(context.database.prisma, "lee");
    const actor = { userId: lee?.id ?? "", name: "Lee", role: "readOnly" as const };
    const own: ServiceContext = { ...context, actor };
    const { key } = await createApiKey(own, { name: "Nightly" });
    await createApiKey(context, { name: "Of admin" });
    const { items, total } = await listApiKeys(context, { of: "everyone" });
    expect(items).toContainEqual(
      expect.objectContaining({ owner: "Lee", name: "Nightly", lastUsedAt: null }),
    );
    expect(items).toContainEqual(expect.objectContaining({ owner: "admin", name: "Of admin" }));
    expect(total).toBe(items.length);
    expect((await listApiKeys(context, { owner: "LEE" })).items.map(({ name }) => name)).toEqual(["Nightly"]);
    for (const role of ["readOnly", "phoneAdministrator"] as const) {
      const other = inRole(own, role);
      for (const query of [{ of: "everyone" as const }, { owner: "admin" }])
        expect(await refusalFrom(listApiKeys(other, query))).toMatchObject({ code: "forbidden" });
      expect(await refusalFrom(removeApiKey(other, "Of admin", { owner: "admin" }))).toMatchObject({
        code: "forbidden",
      });
    }
    const id = (await stored(key))?.id ?? "";
    await removeApiKey(context, "nightly", { owner: "lee", reason: "gone" });
    expect(await stored(key)).toBeNull();
    const [last] = await listRevisions(context.database.prisma, "apiKey", id);
    expect(last).toMatchObject({ action: "deleted", by: "admin", content: { owner: "Lee" }, reason: "gone" });
    expect(await refusalFrom(removeApiKey(context, "x", { owner: "nobody" }))).toMatchObject({
      code: "notFound",
    });
  });

  test.each([
    ["phoneAdministrator", "superUser"],
    ["readOnly", "superUser"],
    ["readOnly", "phoneAdministrator"],
  ] as const)("a person in the role %s cannot make a key in the role %s", async (role, wider) => {
    const refusal = await refusalFrom(createApiKey(inRole(context, role), { name: "Wider", role: wider }));
    expect(refusal).toMatchObject({
      code: "validationFailed",
      data: { problems: [{ path: ["role"], code: "unknownValue" }] },
    });
  });

  test.each(roles)("a person in the role %s manages their own keys", async (role) => {
    const own = inRole(context, role);
    await createApiKey(own, { name: `Key of ${role}` });
    expect(await names(own)).toContain(`Key of ${role}`);
    await removeApiKey(own, `Key of ${role}`);
  });
});
