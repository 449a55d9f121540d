import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { DeviceCommand } from "@/lib/devices/forecast";
import type { ServiceContext } from "@/lib/server/context";
import { storeCallEvents } from "@/lib/server/db/call/store";
import { findDevices, findDevicesByKey, lockDevices } from "@/lib/server/db/device/state";
import { inTransaction } from "@/lib/server/db/transaction";
import { applyDeviceEvents } from "@/lib/server/runtime/devices/apply-device-events";
import { startBulkAction } from "@/lib/server/services/device-lifecycle/start-bulk-action";
import { getJob } from "@/lib/server/services/job/get";
import { plugPhone } from "@/lib/server/services/phone-operation/plug";
import { objectsOf, phoneInput } from "@/lib/server/testing/configuration";
import { testContext } from "@/lib/server/testing/test-context";
import { manualRuntime } from "@/lib/server/testing/test-runtime";

const template = "Reception";
const names = [1, 2, 3, 4, 5].map((number) => `SEP00000000000${number}`);
const [one = "", two = "", three = "", four = "", five = ""] = names;

let context: ServiceContext;
let advance: (seconds: number) => Promise<void>;
const phones = objectsOf("phone", () => context);
const templates = objectsOf("softkeyTemplate", () => context);
const ids = new Map<string, string>();

beforeAll(async () => {
  const sizes = { oneByOne: 3, inGroups: 10, fewestInGroup: 2 };
  ({ context, advance } = manualRuntime(await testContext(), null, undefined, sizes));
  await templates.create({ name: template, copyOf: "Standard User" });
  for (const name of names) await phones.create(phoneInput(name, { softkeyTemplate: template }));
  const rows = await context.database.prisma.phone.findMany({ select: { id: true, name: true } });
  for (const { id, name } of rows) ids.set(name, id);
  await advance(20);
});
afterAll(() => context.database.close());

const idOf = (name: string) => ids.get(name) ?? "";

async function act(action: DeviceCommand, of: readonly string[] | null = null): Promise<string> {
  const chosen = of
    ? { where: of.map((name) => `name:isExactly:${name}`), match: "any" as const }
    : { where: [] };
  return (await startBulkAction(context, { action, ...chosen })).jobId;
}

async function deviceOf(name: string) {
  const [stored] = await findDevices(context.database.prisma, [idOf(name)]);
  if (!stored) throw new Error(`${name} has no state`);
  return stored.device;
}

const call = (name: string, kind: "callStarted" | "callEnded") =>
  inTransaction(context.database, async (transaction) => {
    const at = context.now().getTime();
    const devices = await lockDevices(transaction, [idOf(name)]);
    await applyDeviceEvents(
      transaction,
      context.newId,
      devices.map((stored) => ({ stored, event: { kind }, at })),
    );
  });

/** Who will be looked at when timers are due: for each group how many phones. */
async function dueGroups(): Promise<number[]> {
  const groups = await context.database.prisma.dueGroup.findMany({ orderBy: { id: "asc" } });
  return groups.map(({ phoneIds }) => phoneIds.length);
}

/** How many of the items of a job are in rows of their own, and how many in each group. */
async function itemsOf(jobId: string): Promise<{ alone: number; together: number[] }> {
  const { jobItem, jobItemGroup } = context.database.prisma;
  const groups = await jobItemGroup.findMany({ where: { jobId }, select: { positions: true } });
  return {
    alone: await jobItem.count({ where: { jobId } }),
    together: groups.map(({ positions }) => positions.length),
  };
}

/** All phones run what is saved, and do nothing. */
beforeEach(async () => {
  await act("applyConfig");
  await advance(20);
  expect(await phones.find("registration:isExactly:registered")).toEqual(names);
  expect(await dueGroups()).toEqual([]);
});

test("phones to which a job does the same have timers and items in one row, and each says what holds of it [SK-10, PH-02]", async () => {
  const { version } = await templates.get(template);
  await templates.update(template, { version, callStates: { "On Hook": ["NewCall"] } });
  const jobId = await act("applyConfig");
  await advance(0);
  const states = await context.database.prisma.deviceState.findMany({ include: { phone: true } });
  const positions = new Map(names.map((name, index) => [name, index + 1]));
  for (const { phone, phase, registration, underway, timerKind, dueAt } of states)
    expect({ phase, registration, underway, timerKind, dueAt }).toMatchObject({
      ...{ phase: "registering", registration: "registering", timerKind: "registering" },
      underway: { actions: [`${jobId}:${positions.get(phone.name)}`] },
      dueAt: new Date(context.now().getTime() + 1_000),
    });
  expect(await dueGroups()).toEqual([5]);
  expect(await itemsOf(jobId)).toEqual({ alone: 0, together: [5] });
  await advance(20);
  expect(await phones.find("registration:isExactly:registered")).toEqual(names);
  expect((await deviceOf(five)).running?.softkeyTemplate?.number).toBe(Number(version) + 1);
  expect(await itemsOf(jobId)).toEqual({ alone: 0, together: [5] });
  const outcomes = { restarted: names.length };
  expect(await getJob(context, jobId)).toMatchObject({ state: "done", outcomes });
});

test("a phone that is unplugged while all are away ends its own action, and the others go on [PH-03]", async () => {
  const jobId = await act("reset");
  await advance(1);
  await plugPhone(context, three, "unplug");
  expect(await deviceOf(three)).toMatchObject({ phase: "unplugged", underway: null, timer: null });
  await advance(20);
  expect(await phones.find("registration:isExactly:registered")).toEqual([one, two, four, five]);
  expect(await getJob(context, jobId)).toMatchObject({
    ...{ state: "done", done: 5, outcomes: { reset: 4, atRegistration: 1 } },
  });
  await plugPhone(context, three, "plugIn");
  await advance(20);
});

test("a phone that is unplugged and plugged in at the instant at which all went away registers with them, for itself [PH-03]", async () => {
  const jobId = await act("restart");
  await advance(0);
  await plugPhone(context, three, "unplug");
  await plugPhone(context, three, "plugIn");
  await advance(0);
  const together = await deviceOf(one);
  expect(await deviceOf(three)).toMatchObject({
    phase: "registering",
    timer: together.timer,
    underway: null,
  });
  await advance(20);
  expect(await phones.find("registration:isExactly:registered")).toEqual(names);
  expect(await itemsOf(jobId)).toEqual({ alone: 1, together: [4] });
  expect(await getJob(context, jobId)).toMatchObject({
    ...{ state: "done", done: 5, outcomes: { restarted: 4, atRegistration: 1 } },
  });
});

test("a phone of which something of its own was saved downloads that [PH-02]", async () => {
  const jobId = await act("restart");
  await advance(0);
  const { version } = await phones.get(four);
  await phones.update(four, { version, description: "At the door" });
  await advance(20);
  expect((await deviceOf(four)).running?.phone.number).toBe(Number(version) + 1);
  expect(await getJob(context, jobId)).toMatchObject({ state: "done", outcomes: { restarted: 5 } });
});

test("only those that are restarted register anew, one that has other lines with them [PH-03]", async () => {
  const { version } = await phones.get(two);
  await phones.update(two, { version, lines: [{ index: 1, directoryNumber: "2002" }] });
  await act("applyConfig", [two]);
  await advance(20);
  const registeredAt = (await deviceOf(five)).lastRegisteredAt;
  await act("restart", [one, two, three]);
  await advance(0);
  expect(await phones.find("registration:isExactly:registering")).toEqual([one, two, three]);
  await advance(20);
  expect((await deviceOf(five)).lastRegisteredAt).toBe(registeredAt);
  for (const name of [one, two, three])
    expect((await deviceOf(name)).lastRegisteredAt).toBeGreaterThan(registeredAt ?? 0);
});

test("a phone that is renamed or deleted while all are away ends its action, and so do the others [PH-01]", async () => {
  const jobId = await act("restart");
  await advance(0);
  const { version } = await phones.get(two);
  await phones.update(two, { version, name: "SEP0000000000FF" });
  await phones.remove(three);
  await advance(20);
  expect(await getJob(context, jobId)).toMatchObject({ done: 4, failed: 1, waiting: 0, underway: 0 });
  const renamed = await phones.get("SEP0000000000FF");
  await phones.update("SEP0000000000FF", { version: renamed.version, name: two });
  await phones.create(phoneInput(three, { softkeyTemplate: template }));
  const row = await context.database.prisma.phone.findUniqueOrThrow({ where: { key: three.toLowerCase() } });
  ids.set(three, row.id);
  await advance(20);
});

test("phones whose job is deleted while they are away come back [PH-03]", async () => {
  await act("restart");
  await advance(0);
  await context.database.prisma.job.deleteMany();
  await advance(20);
  expect(await phones.find("registration:isExactly:registered")).toEqual(names);
  for (const name of names) expect(await deviceOf(name)).toMatchObject({ underway: null, timer: null });
});

const nothing = {
  ...{ cluster: "", dueEvent: null, reads: [], requestReads: [], timerReads: [], lines: [], entities: [] },
  ...{ timers: [], requests: [], calls: [], events: [], decisions: [], dueEvents: [], changeEvents: [] },
};

test("the engine notices that a job has moved a phone since it looked [SK-10]", async () => {
  const { prisma } = context.database;
  const look = async () => {
    const [stored] = await findDevicesByKey(prisma, [one.toLowerCase()]);
    if (!stored) throw new Error("the phone is gone");
    return { phoneId: stored.phoneId, name: one, version: stored.version };
  };
  const early = await look();
  await act("restart");
  await advance(20);
  const calls = [{ phoneId: idOf(one), calls: 1 }];
  const begin = async (device: typeof early) =>
    storeCallEvents(prisma, { ...nothing, at: context.now(), devices: [device], calls });
  expect(await begin(early)).toEqual({ stale: [["phones", one]] });
  const stored = await begin(await look());
  expect(stored).toMatchObject({ version: (await look()).version });
  expect(await deviceOf(one)).toMatchObject({ phase: "registered", calls: 1 });
  await call(one, "callEnded");
});

test("a call that begins while a job takes the phones away is not cut [SK-10]", async () => {
  for (let round = 0; round < 10; round++) {
    await act("restart");
    await Promise.all([call(two, "callStarted"), advance(0)]);
    const device = await deviceOf(two);
    if (device.calls > 0) expect(device).toMatchObject({ phase: "registered", underway: null });
    else expect(device).toMatchObject({ phase: "registering" });
    expect(await deviceOf(one)).toMatchObject({ phase: "registering" });
    for (let calls = device.calls; calls > 0; calls--) await call(two, "callEnded");
    await advance(20);
    expect(await phones.find("registration:isExactly:registered")).toEqual(names);
  }
});

test("what every step changes of a phone has no index, so that the next version of a row needs no entry anywhere", async () => {
  const rows = await context.database.prisma.$queryRaw<{ definition: string }[]>`
    SELECT indexdef AS "definition" FROM pg_indexes WHERE tablename = 'DeviceState'`;
  const changing =
    /"(phase|isPartial|registration|reason|lastRegisteredAt|underway|timerKind|dueAt|\w+Revision)"/;
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ definition }) => changing.test(definition))).toEqual([]);
});
