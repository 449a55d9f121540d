import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { lockDevices } from "@/lib/server/db/device/state";
import { inTransaction } from "@/lib/server/db/transaction";
import { applyDeviceEvents } from "@/lib/server/runtime/devices/apply-device-events";
import { runDue } from "@/lib/server/runtime/run-due";
import { seed } from "@/lib/server/seed/seed";
import { startBulkAction } from "@/lib/server/services/device-lifecycle/start-bulk-action";
import { startPhoneAction } from "@/lib/server/services/device-lifecycle/start-phone-action";
import { getJob } from "@/lib/server/services/job/get";
import { listJobItems } from "@/lib/server/services/job/list-items";
import { objectsOf, phoneInput } from "@/lib/server/testing/configuration";
import { testContext } from "@/lib/server/testing/test-context";
import { openTestDatabase } from "@/lib/server/testing/test-database";
import { manualRuntime } from "@/lib/server/testing/test-runtime";

let first: ServiceContext;
let context: ServiceContext;
let advance: (seconds: number) => Promise<void>;
beforeAll(async () => {
  first = await testContext();
  ({ context, advance } = manualRuntime(first, 1));
});
afterAll(() => context.database.close());

const phones = objectsOf("phone", () => context);
const names = ["SEP000000000001", "SEP000000000002", "SEP000000000003"] as const;
const [one] = names;
const registrationOf = async (name: string) => (await phones.get(name)).registration;

async function callEvent(kind: "callStarted" | "callEnded") {
  const row = await context.database.prisma.phone.findUniqueOrThrow({ where: { key: one.toLowerCase() } });
  await inTransaction(context.database, async (transaction) => {
    const devices = await lockDevices(transaction, [row.id]);
    const at = context.now().getTime();
    await applyDeviceEvents(
      transaction,
      context.newId,
      devices.map((stored) => ({ stored, event: { kind }, at })),
    );
  });
}
const itemOf = async (jobId: string) => (await listJobItems(context, jobId, { limit: 1 })).items[0];

describe("new phones", () => {
  test("register by themselves, one after the other as the limiter lets them, and are found by that [PH-01]", async () => {
    for (const name of names) await phones.create(phoneInput(name));
    expect(await registrationOf(one)).toBe("neverRegistered");
    await advance(0);
    const firsts = await phones.find("registration:isExactly:registering");
    expect(firsts).toHaveLength(1);
    await advance(1);
    expect(await phones.find("registration:isExactly:registered")).toEqual(firsts);
    expect(await phones.find("registration:isExactly:registering")).toHaveLength(1);
    expect(await phones.find("registration:isNotEmpty:")).toEqual([...names]);
    expect((await phones.list({ sort: "-registration", limit: 1 })).items).toMatchObject([
      { registration: "registering" },
    ]);
    await advance(2);
    expect(await phones.find("registration:isExactly:registered")).toEqual([...names]);
  });

  test("of the demonstration cluster all register", async () => {
    const database = await openTestDatabase();
    const options = { contents: "demo", adminPassword: "a long test password", newId: randomUUID } as const;
    const demo = manualRuntime({ ...first, database });
    await seed(database, { ...options, now: demo.context.now });
    await demo.advance(2);
    const states = await database.prisma.deviceState.groupBy({ by: ["registration"], _count: true });
    expect(states.map(({ registration }) => registration).toSorted()).toEqual(["registered"]);
    await database.close();
  });
});

describe("a phone in a call [PH-02, PH-03]", () => {
  test("is not cut: Apply Config waits, a stronger Reset joins it, and both end when it comes back", async () => {
    await callEvent("callStarted");
    await phones.update(one, {
      version: 1,
      phoneButtonTemplate: "Standard 8841 SIP",
      softkeyTemplate: "Standard Feature",
    });
    const { jobId: apply } = await startPhoneAction(context, one, "applyConfig");
    await advance(1);
    expect(await itemOf(apply)).toMatchObject({
      state: "underway",
      cucmResult: 3,
      phoneResult: 4,
      reason: 3,
    });
    const { jobId: reset } = await startPhoneAction(context, one, "reset");
    await advance(30);
    expect(await registrationOf(one)).toBe("registered");
    expect(await itemOf(reset)).toMatchObject({ state: "underway", phoneResult: 2, reason: 5 });
    expect(await getJob(context, apply)).toMatchObject({ state: "running", waiting: 1 });
    await callEvent("callEnded");
    expect(await registrationOf(one)).toBe("unregistered");
    await advance(5);
    for (const id of [apply, reset]) {
      expect(await getJob(context, id)).toMatchObject({ state: "done", outcomes: { reset: 1 } });
    }
  });
});

test("requests are heard between two batches", async () => {
  const { jobId } = await startBulkAction(context, { action: "reset", where: [] });
  let times = 0;
  const timer = setInterval(() => (times += 1), 0);
  await runDue(manualRuntime(first, null, context.now()).runtime);
  clearInterval(timer);
  expect(times).toBeGreaterThan(0);
  await advance(60);
  expect(await getJob(context, jobId)).toMatchObject({ state: "done" });
});

test("two instances on one database share jobs and phones without doing anything twice", async () => {
  const make = () => manualRuntime(first, null, context.now());
  const { jobId } = await startBulkAction(context, { action: "restart", where: [] });
  await Promise.all([1, 2, 3].map(() => runDue(make().runtime)));
  const later = new Date(context.now().getTime() + 60_000);
  await Promise.all([1, 2].map(() => runDue(manualRuntime(first, null, later).runtime)));
  await runDue(manualRuntime(first, null, later).runtime);
  expect(await getJob(context, jobId)).toMatchObject({ state: "done", total: 3, done: 3 });
  const alarms = await context.database.prisma.deviceAlarm.groupBy({
    by: ["phone"],
    where: { name: "DeviceRestartInitiated" },
    _count: true,
  });
  expect(alarms.map(({ phone, _count }) => [phone, _count])).toEqual(
    expect.arrayContaining(names.map((name) => [name, 1])),
  );
});

test("a phone that gets a line while its number is changed has a change to apply [PH-03]", async () => {
  const { prisma, kind } = context.database;
  const numbers = objectsOf("directoryNumber", () => context);
  const name = "SEP000000000009";
  await phones.create(phoneInput(name));
  await numbers.create({ pattern: "7001" });
  const { id: directoryNumberId } = await prisma.directoryNumber.findFirstOrThrow({
    where: { pattern: "7001" },
  });
  const { id: phoneId } = await prisma.phone.findUniqueOrThrow({ where: { key: name.toLowerCase() } });
  let changed: Promise<unknown> = Promise.resolve();
  await inTransaction(context.database, async (transaction) => {
    await transaction.phoneLine.create({
      data: { phoneId, index: 2, directoryNumberId, busyTrigger: 1, maxCalls: 2 },
    });
    changed = numbers.update("7001", { version: 1, pattern: "7002" });
    // The embedded database has one connection; on a server the change comes as far as it can.
    for (let isWaiting = kind === "embedded"; !isWaiting; ) {
      const [row] = await transaction.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS "count" FROM pg_locks l JOIN pg_database d ON d."datname" = current_database()
        WHERE NOT l."granted" AND l."transactionid" IS NOT NULL`;
      isWaiting = row?.count === 1;
    }
  });
  await changed;
  const marked = await prisma.unappliedChange.findMany({ where: { phoneId, objectId: directoryNumberId } });
  expect(marked).toMatchObject([{ version: 2 }]);
});
