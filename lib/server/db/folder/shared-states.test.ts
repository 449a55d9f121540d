import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extract } from "tar";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "@/lib/server/db/open";
import { startPgliteIn } from "@/lib/server/db/pglite";
import { readSetting } from "@/lib/server/db/setting";
import { notifyServerStarted } from "@/lib/server/runtime/calls/notify-server-started";
import { type PhonesInUse, phonesOf } from "@/lib/server/testing/phones-in-use";
import { testContext } from "@/lib/server/testing/test-context";

// Who wrote the folder and what goes on in it is told in the README beside it.
const archive = join("lib", "server", "testing", "old-folder", "shared-states.tar.zst");

type Query = (sql: string) => Promise<Record<string, unknown>[]>;

/** Jobs, their items and the event log, each in its order. */
async function recordsIn(query: Query) {
  const rowsOf = (table: string, order: string) =>
    query(`SELECT to_jsonb(t) FROM "${table}" t ORDER BY ${order}`);
  return {
    jobs: await rowsOf("Job", `"place"`),
    items: await rowsOf("EachJobItem", `"jobId", "position"`),
    alarms: await rowsOf("DeviceAlarm", `"at", "id"`),
    alarmsOfMany: await rowsOf("DeviceAlarmGroup", `"at", "id"`),
  };
}

/** What the older version says of each phone; the action of one that shared a state is told by the place of its item. */
const eachState = `SELECT to_jsonb(s) - '{version, address, sharedStateId, likeness, jobId, itemGroupId}'::text[]
    || CASE WHEN i."jobId" IS NULL THEN '{}' ELSE jsonb_build_object('underway',
      s."underway" || jsonb_build_object('actions', jsonb_build_array(i."jobId" || ':' || i."position"))) END AS "state"
  FROM "EachDeviceState" s LEFT JOIN "EachJobItem" i ON i."jobId" = s."jobId" AND i."objectId" = s."phoneId" ORDER BY s."phoneId"`;

let folder: string;
let before: Awaited<ReturnType<typeof readBefore>>;
let cluster: PhonesInUse;

async function readBefore() {
  const pglite = await startPgliteIn(join(folder, "database"), "relaxed");
  const query: Query = async (sql) => (await pglite.query<Record<string, unknown>>(sql)).rows;
  const shared = await query(`SELECT 1 FROM "DeviceState" WHERE "sharedStateId" IS NOT NULL`);
  const read = {
    sharing: shared.length,
    unapplied: (await query(`SELECT * FROM "UnappliedChange"`)).length,
    states: await query(eachState),
    records: await recordsIn(query),
  };
  await pglite.close();
  return read;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ringback-shared-"));
  await extract({ file: archive, cwd: folder });
  before = await readBefore();
  const database = await openDatabase({ dataDir: folder, durability: "relaxed" });
  const stoodAt = await readSetting(database.prisma, "manualClock");
  cluster = await phonesOf(await testContext(database), new Date(String(stoodAt)));
}, 120_000);
afterAll(async () => {
  await cluster.close();
  rmSync(folder, { recursive: true, force: true });
});

const desk = (place: number) => cluster.phone(`00005E${String(place).padStart(6, "0")}`);
const query: Query = (sql) => cluster.context.database.prisma.$queryRawUnsafe(sql);

async function registrations(): Promise<Record<string, unknown>> {
  const rows = await query(`SELECT "registration", count(*)::int FROM "DeviceState" GROUP BY 1`);
  return Object.fromEntries(rows.map(({ registration, count }) => [registration, count]));
}

// One story: each part goes on where the one before it has ended.
test("the row of each phone says what held of it when it shared a state with others", async () => {
  expect([before.sharing, before.unapplied]).toEqual([39, 1]);
  const states = await query(`SELECT to_jsonb(s) AS "state" FROM "DeviceState" s ORDER BY "phoneId"`);
  expect(states).toEqual(before.states);
  expect(await registrations()).toEqual({ registered: 30, unregistered: 40 });
});

test("jobs, their items and the event log are what they were", async () => {
  expect(before.records.items).toHaveLength(121);
  // What jobs say since then beside it.
  const later = { startsAt: null, timeZone: null, idleUntil: null, version: 1, changedBy: null };
  const jobs = before.records.jobs.map(({ to_jsonb }) => ({
    to_jsonb: { ...(to_jsonb as object), ...later },
  }));
  expect(await recordsIn(query)).toEqual({ ...before.records, jobs });
});

test("the phones come back when they would have, with what was saved meanwhile, and the job ends", async () => {
  await notifyServerStarted(cluster.runtime);
  await cluster.wait(1.9);
  expect(await registrations()).toEqual({ registered: 30, unregistered: 40 });
  await cluster.wait(0.2);
  expect(await registrations()).toEqual({ registered: 30, registering: 39, unregistered: 1 });
  await cluster.wait(5);
  expect(await registrations()).toEqual({ registered: 69, unregistered: 1 });
  expect((await cluster.get("/jobs")).items).toMatchObject([
    { kind: "reset", state: "done", total: 40, done: 40, outcomes: { reset: 39, atRegistration: 1 } },
    { kind: "reset", state: "running", total: 1, underway: 1 },
    { kind: "restart", state: "done", total: 40 },
    { kind: "applyConfig", state: "done", total: 40 },
  ]);
  expect(await query(`SELECT * FROM "UnappliedChange"`)).toEqual([]);
  expect(await query(`SELECT * FROM "DueGroup"`)).toEqual([]);
});

test("a reset that waited for the end of a call is done when the call ends", async () => {
  expect(await desk(1).display()).toMatchObject({ callState: "Connected" });
  await desk(1).hangsUp();
  await cluster.wait(10);
  const [, ofOne] = (await cluster.get("/jobs")).items as object[];
  expect(ofOne).toMatchObject({ kind: "reset", state: "done", done: 1, outcomes: { reset: 1 } });
});
