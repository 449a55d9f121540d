import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/lib/server/db/open";
import { seed } from "@/lib/server/seed/seed";
import { databaseContents } from "@/lib/server/testing/database-contents";
import { testContext } from "@/lib/server/testing/test-context";
import { openTestDatabase } from "@/lib/server/testing/test-database";
import { manualRuntime } from "@/lib/server/testing/test-runtime";

let database: Database;
const options = {
  contents: "demo",
  adminPassword: "a long test password",
  now: () => new Date(),
  newId: randomUUID,
} as const;
beforeAll(async () => {
  database = await openTestDatabase();
  await seed(database, options);
});
afterAll(() => database.close());

test("the demonstration cluster has two sites, phones of many models, shared lines and other clusters", async () => {
  const { prisma } = database;
  expect(await prisma.phone.count()).toBe(30);
  const models = await prisma.phone.groupBy({ by: ["model"] });
  expect(models.length).toBeGreaterThan(20);
  const pools = await prisma.phone.groupBy({ by: ["devicePoolId"] });
  expect(pools).toHaveLength(2);
  const lines = await prisma.phoneLine.groupBy({ by: ["directoryNumberId"], _count: true });
  expect(lines.filter(({ _count }) => _count > 1)).toHaveLength(3);
  const trunks = await prisma.trunk.findMany({ orderBy: { key: "asc" } });
  expect(trunks.map(({ type }) => type)).toEqual(["interclusterQsig", "sip", "sipQsig"]);
  expect(await prisma.ctiRoutePoint.count()).toBe(1);
  expect(await prisma.phone.count({ where: { softkeyTemplate: { key: "call back user" } } })).toBe(1);
  expect(await prisma.commonDeviceConfiguration.count({ where: { softkeyTemplateId: { not: null } } })).toBe(
    1,
  );
});

test("the phones of the demonstration run every line that they have, each on a button", async () => {
  const { prisma } = database;
  const { advance } = manualRuntime(await testContext(database), null, new Date());
  await advance(60);
  const order = [{ directoryNumberId: "asc" }, { phoneId: "asc" }] as const;
  const select = { directoryNumberId: true, phoneId: true };
  const configured = await prisma.phoneLine.findMany({ select, orderBy: [...order] });
  expect(await prisma.runningLine.findMany({ orderBy: [...order] })).toEqual(configured);
});

test("the phones of the demonstration can call each other and over the trunks, but for one that is restricted", async () => {
  const numbers = await database.prisma.directoryNumber.findMany({ include: { callingSearchSpace: true } });
  const onPhones = await database.prisma.phoneLine.findMany();
  const used = new Set(onPhones.map(({ directoryNumberId }) => directoryNumberId));
  const spaces = numbers.filter(({ id }) => used.has(id)).map((number) => number.callingSearchSpace?.name);
  expect(new Set(spaces)).toEqual(new Set(["Everywhere", "Busan Only"]));
  expect(spaces.filter((name) => name === "Busan Only")).toHaveLength(1);
});

test("[PR-02] the demonstration has the Korean locale installed", async () => {
  const installed = await database.prisma.locale.count({ where: { isInstalled: true } });
  expect(installed).toBe(4);
});

test("every object that the seed has made has a history", async () => {
  const { prisma } = database;
  const { phone, directoryNumber, trunk } = prisma;
  const objects = [await phone.findMany(), await directoryNumber.findMany(), await trunk.findMany()].flat();
  const known = new Set((await prisma.revision.findMany()).map(({ entityId }) => entityId));
  expect(objects.filter(({ id }) => !known.has(id))).toEqual([]);
});

test.each([
  ["admin for ever", "passwordHasUserName"],
  ["Password123", "commonPassword"],
  ["short", "tooShort"],
])(
  "the administrator's password %j stops the first start with a sentence, and nothing is made",
  async (adminPassword, code) => {
    const empty = await openTestDatabase();
    await expect(seed(empty, { ...options, adminPassword })).rejects.toThrow(
      new RegExp(`^RINGBACK_ADMIN_PASSWORD is not accepted \\(${code}\\): choose .*\\.$`),
    );
    expect(await empty.prisma.user.count()).toBe(0);
    await empty.close();
  },
);

test("a password that is not accepted any more stops no later start, because it is not used", async () => {
  expect(await seed(database, { ...options, adminPassword: "admin" })).toBeUndefined();
});

test("seeding again changes nothing", async () => {
  const before = await databaseContents(database);
  expect(await seed(database, options)).toBeUndefined();
  expect(await databaseContents(database)).toEqual(before);
});

test("a database of an earlier version gets the standard objects that came later, and nothing else", async () => {
  const { prisma } = database;
  const before = await prisma.phone.count();
  await prisma.$executeRaw`TRUNCATE "DevicePool", "Locale", "PhoneButtonTemplate", "ServiceParameter" CASCADE`;
  expect(await seed(database, { ...options, contents: "empty" })).toBeUndefined();
  expect(before).toBeGreaterThan(0);
  expect(await prisma.phone.count()).toBe(0);
  expect(await prisma.devicePool.count()).toBe(1);
  expect(await prisma.locale.count({ where: { isInstalled: true } })).toBe(2);
  expect(await prisma.user.count()).toBe(1);
});
