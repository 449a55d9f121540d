import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { holdGroups } from "@/lib/server/db/device/phone-group";
import { changeForAll, saveGroup } from "@/lib/server/db/device/save-group";
import { findDevices } from "@/lib/server/db/device/state";
import { inTransaction, type Transaction } from "@/lib/server/db/transaction";
import { objectsOf, phoneInput } from "@/lib/server/testing/configuration";
import { testContext } from "@/lib/server/testing/test-context";
import { manualRuntime } from "@/lib/server/testing/test-runtime";

const names = [1, 2, 3, 4].map((number) => `SEP00000000000${number}`);

let context: ServiceContext;
let ids: string[];

/** Four phones that registered together and are away by the same job. */
beforeAll(async () => {
  const { context: own, advance } = manualRuntime(await testContext());
  context = own;
  const phones = objectsOf("phone", () => context);
  await objectsOf("commonDeviceConfiguration", () => context).create({ name: "Hall" });
  for (const name of names) await phones.create(phoneInput(name));
  await advance(20);
  const { prisma } = context.database;
  const rows = await prisma.phone.findMany({ where: { name: { in: names } }, orderBy: { name: "asc" } });
  ids = rows.map(({ id }) => id);
  await prisma.$executeRaw`UPDATE "DeviceState" s SET "underway" = jsonb_build_object(
    'impact', 'restart', 'reason', 'CallManagerRestart', 'actions', jsonb_build_array('j:' || substr(p."name", 15)))
    FROM "Phone" p WHERE p."id" = s."phoneId" AND p."name" = ANY(${names})`;
});
afterAll(() => context.database.close());

/** The numbers of the phones of each group, once the first phone has been changed so; nothing is kept. */
async function groupsAfter(change: string, withConfiguration: boolean): Promise<(number | null)[][]> {
  const undone = new Error("undone");
  let groups: (number | null)[][] = [];
  await inTransaction(context.database, async (transaction) => {
    await transaction.$executeRawUnsafe(change, ids[0]);
    const options = { where: sql<boolean>`TRUE`, withConfiguration, fewest: 1 };
    const found = await holdGroups(transaction, ids, options);
    groups = found.map(({ phones }) => phones.map(({ position }) => position).toSorted());
    throw undone;
  }).catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  return groups.toSorted((one, other) => Number(one[0]) - Number(other[0]));
}

const state = (set: string) => `UPDATE "DeviceState" SET ${set} WHERE "phoneId" = $1`;
const phone = (set: string) => `UPDATE "Phone" SET ${set} WHERE "id" = $1`;
const underway = (field: string, value: string) =>
  state(`"underway" = jsonb_set("underway", '{${field}}', '${value}')`);
const one = (table: string, where = "TRUE") => `(SELECT "id" FROM "${table}" WHERE ${where} LIMIT 1)`;

test("phones in the same state are one group", async () => {
  expect(await groupsAfter(state(`"calls" = 0`), true)).toEqual([[1, 2, 3, 4]]);
});

test.each([
  state(`"phase" = 'down'`),
  state(`"isPartial" = TRUE`),
  state(`"reason" = 'ConnectivityError'`),
  state(`"lastRegisteredAt" = NULL`),
  state(`"timerKind" = 'shutDown'`),
  state(`"dueAt" = '2026-01-05'`),
  state(`"queuedAt" = '2026-01-05'`),
  underway("impact", `"reset"`),
  underway("reason", `"CallManagerReset"`),
  underway("actions", `["other:1"]`),
])("a phone that differs in what the rules look at is in a group of its own: %s", async (change) => {
  expect(await groupsAfter(change, false)).toEqual([[1], [2, 3, 4]]);
});

test.each([
  state(`"softkeyTemplateId" = 'other'`),
  state(`"softkeyTemplateRevision" = 99`),
  state(`"phoneButtonTemplateId" = 'other'`),
  state(`"phoneButtonTemplateRevision" = 99`),
  state(`"commonDeviceConfigurationId" = 'other'`),
  state(`"commonDeviceConfigurationRevision" = 99`),
  phone(`"model" = 'Cisco 8851'`),
  phone(`"protocol" = 'SCCP'`),
  phone(`"layoutKey" = ';1,2;'`),
  phone(`"userLocaleId" = ${one("Locale", `"kind" = 'user'`)}`),
  phone(`"networkLocaleId" = ${one("Locale", `"kind" = 'network'`)}`),
  phone(`"softkeyTemplateId" = ${one("SoftkeyTemplate")}`),
  phone(`"phoneButtonTemplateId" = ${one("PhoneButtonTemplate", `"model" = 'Cisco 8851'`)}`),
  phone(`"commonDeviceConfigurationId" = ${one("CommonDeviceConfiguration")}`),
])(
  "a phone that differs in what decides its plan or download is, where these are asked: %s",
  async (change) => {
    expect(await groupsAfter(change, true)).toEqual([[1], [2, 3, 4]]);
    expect(await groupsAfter(change, false)).toEqual([[1, 2, 3, 4]]);
  },
);

test.each([
  state(`"calls" = 1`),
  state(`"postponed" = "underway"`),
  state(`"deviceProfileId" = 'user'`),
  underway("actions", `["j:1", "k:1"]`),
  underway("actions", "[]"),
])("a phone of which more is going on is in no group: %s", async (change) => {
  expect(await groupsAfter(change, false)).toEqual([[2, 3, 4]]);
});

test("a phone with something that it has not downloaded, or that never downloaded, is in no group where that is asked", async () => {
  const saved = `INSERT INTO "UnappliedChange" ("phoneId", "objectId", "version") VALUES ($1, 'number', 2)`;
  for (const change of [saved, state(`"phoneRevision" = NULL`)]) {
    expect(await groupsAfter(change, true)).toEqual([[2, 3, 4]]);
    expect(await groupsAfter(change, false)).toEqual([[1, 2, 3, 4]]);
  }
});

test("fewer phones than are worth it are no group", async () => {
  const { database } = context;
  const found = await inTransaction(database, (transaction) =>
    holdGroups(transaction, ids, { where: sql<boolean>`TRUE`, withConfiguration: false, fewest: 5 }),
  );
  expect(found).toEqual([]);
});

test("a phone that is written while a batch waits for it is found, held and stored as it is by then", async () => {
  const { database, newId } = context;
  const write = (transaction: Transaction) =>
    transaction.$executeRaw`UPDATE "DeviceState" SET "reason" = ${newId()} WHERE "phoneId" = ${ids[1]}`;
  let begun = () => {};
  const isBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const writing = inTransaction(database, async (transaction) => {
    await write(transaction);
    begun();
    // On a server the batch comes meanwhile, and waits.
    await transaction.$queryRaw`SELECT pg_sleep(0.3)::text`;
    await write(transaction);
  });
  await isBegun;
  const held = await inTransaction(database, async (transaction) => {
    const options = { where: sql<boolean>`TRUE`, withConfiguration: false, fewest: 1 };
    const found = await holdGroups(transaction, ids, options);
    for (const { jobId, phones } of found) {
      const [first] = await findDevices(transaction, [phones[0]?.id ?? ""]);
      const change = first && changeForAll(first.device, { ...first.device, isPartial: true });
      await saveGroup(transaction, { jobId, phones, itemGroupId: null }, change ?? {});
    }
    return found.map(({ phones }) => phones.length).toSorted();
  });
  await writing;
  expect(held).toEqual([1, 3]);
  const stored = await findDevices(database.prisma, ids);
  expect(stored.map(({ device }) => device.isPartial)).toEqual([true, true, true, true]);
  expect(stored.filter(({ device }) => device.reason === "Registered")).toHaveLength(3);
});
