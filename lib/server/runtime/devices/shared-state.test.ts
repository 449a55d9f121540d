import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { DeviceCommand } from "@/lib/devices/forecast";
import type { ServiceContext } from "@/lib/server/context";
import { storeCallEvents } from "@/lib/server/db/call/store";
import { deleteUnusedStates, leaveSharedStates, sharedColumns } from "@/lib/server/db/device/shared-state";
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
  const sizes = { oneByOne: 3, alike: 10, fewestAlike: 2 };
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

/** The state that a phone shares with others; null when it has one of its own. */
async function sharedStateOf(name: string): Promise<string | null> {
  const row = await context.database.prisma.deviceState.findUniqueOrThrow({
    where: { phoneId: idOf(name) },
    select: { sharedStateId: true },
  });
  return row.sharedStateId;
}

/** Does something while the database refuses to write what phones have of their own. */
async function whileNoPhoneCanBeWritten(work: () => Promise<unknown>): Promise<void> {
  const { prisma } = context.database;
  await prisma.$executeRaw`
    CREATE FUNCTION "refuseWrite"() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'the row of a phone is written'; END $$`;
  await prisma.$executeRaw`
    CREATE TRIGGER "refuseWrite" BEFORE INSERT OR UPDATE OR DELETE ON "DeviceState"
      FOR EACH ROW EXECUTE FUNCTION "refuseWrite"()`;
  try {
    await work();
  } finally {
    await prisma.$executeRaw`DROP FUNCTION "refuseWrite" CASCADE`;
  }
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

/** All phones run what is saved, do nothing, and share one state. */
beforeEach(async () => {
  await act("applyConfig");
  await advance(20);
  await leaveSharedStates(context.database.prisma, [...ids.values()]);
  await act("restart");
  await advance(20);
  const states = new Set<string | null>();
  for (const name of names) states.add(await sharedStateOf(name));
  expect([...states]).toEqual([expect.any(String)]);
});

test("a job moves the state that phones share, and writes nothing of the phones [SK-10, PH-02]", async () => {
  const { version } = await templates.get(template);
  await whileNoPhoneCanBeWritten(async () => {
    await templates.update(template, { version, callStates: { "On Hook": ["NewCall"] } });
    const jobId = await act("applyConfig");
    await advance(0);
    expect(await phones.find("registration:isExactly:registering")).toEqual(names);
    const underway = { actions: [`${jobId}:2`] };
    expect(await deviceOf(two)).toMatchObject({ phase: "registering", underway });
    await advance(20);
    expect(await phones.find("registration:isExactly:registered")).toEqual(names);
    expect((await deviceOf(five)).running?.softkeyTemplate?.number).toBe(Number(version) + 1);
    const outcomes = { restarted: names.length };
    expect(await getJob(context, jobId)).toMatchObject({ state: "done", outcomes });
  });
  // What a phone has of its own is written as soon as it goes its own way.
  await expect(whileNoPhoneCanBeWritten(() => plugPhone(context, three, "unplug"))).rejects.toThrow(
    /row of a phone is written/,
  );
});

test("a phone that is unplugged while all are away ends its own action, and the others go on [PH-03]", async () => {
  const jobId = await act("reset");
  await advance(1);
  await plugPhone(context, three, "unplug");
  expect(await sharedStateOf(three)).toBeNull();
  expect(await deviceOf(three)).toMatchObject({ phase: "unplugged", underway: null, timer: null });
  await advance(20);
  expect(await phones.find("registration:isExactly:registered")).toEqual([one, two, four, five]);
  expect(await getJob(context, jobId)).toMatchObject({
    ...{ state: "done", done: 5, outcomes: { reset: 4, atRegistration: 1 } },
  });
  await plugPhone(context, three, "plugIn");
  await advance(20);
});

test("a phone of which something of its own was saved downloads that, and has a state of its own [PH-02]", async () => {
  const jobId = await act("restart");
  await advance(0);
  const { version } = await phones.get(four);
  await phones.update(four, { version, description: "At the door" });
  await advance(20);
  expect((await deviceOf(four)).running?.phone.number).toBe(Number(version) + 1);
  expect(await sharedStateOf(four)).toBeNull();
  expect(await sharedStateOf(five)).toEqual(expect.any(String));
  expect(await getJob(context, jobId)).toMatchObject({ state: "done", outcomes: { restarted: 5 } });
});

test("some of those who share a state share another one when only they are restarted [PH-03]", async () => {
  const before = await sharedStateOf(five);
  const registeredAt = (await deviceOf(five)).lastRegisteredAt;
  await act("restart", [one, two, three]);
  await advance(0);
  expect(await phones.find("registration:isExactly:registering")).toEqual([one, two, three]);
  await advance(20);
  expect(await sharedStateOf(five)).toBe(before);
  expect(await sharedStateOf(one)).toBe(await sharedStateOf(three));
  expect(await sharedStateOf(one)).not.toBe(before);
  expect((await deviceOf(five)).lastRegisteredAt).toBe(registeredAt);
  expect((await deviceOf(one)).lastRegisteredAt).toBeGreaterThan(registeredAt ?? 0);
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

test("the engine notices that a state was moved since it looked, and takes a phone that talks out of it [SK-10]", async () => {
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
  expect(await sharedStateOf(one)).toBeNull();
  expect(await deviceOf(one)).toMatchObject({
    phase: "registered",
    calls: 1,
    lastRegisteredAt: expect.any(Number),
  });
  await call(one, "callEnded");
});

test("a call that begins while a job moves the state is not cut [SK-10]", async () => {
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

test("what phones share is the same wherever it is listed: the tables, the view, and what a phone takes along", async () => {
  const { prisma } = context.database;
  const columnsOf = async (table: string) => {
    const rows = await prisma.$queryRaw<{ name: string }[]>`
      SELECT column_name AS "name" FROM information_schema.columns WHERE table_schema = 'public' AND table_name = ${table}`;
    return rows.map(({ name }) => name);
  };
  const [{ leave } = { leave: "" }] = await prisma.$queryRaw<{ leave: string }[]>`
    SELECT pg_get_functiondef('"leaveSharedStates"'::regproc) AS "leave"`;
  const [state, own, each] = [
    await columnsOf("SharedState"),
    await columnsOf("DeviceState"),
    await columnsOf("EachDeviceState"),
  ];
  expect(state.toSorted()).toEqual([...sharedColumns, "id", "jobId", "itemGroupId"].toSorted());
  expect(own).toEqual(expect.arrayContaining([...sharedColumns]));
  expect(each.toSorted()).toEqual(
    [...new Set([...own, "address", "itemGroupId", "jobId", "version"])].toSorted(),
  );
  for (const column of sharedColumns) expect(leave).toMatch(new RegExp(`"${column}" = (l\\.|CASE)`));
});

test("a state that no phone has any more is deleted, and one that phones have is not", async () => {
  const { prisma } = context.database;
  const state = await sharedStateOf(one);
  await act("restart", [one, two, three, four]);
  await advance(20);
  await plugPhone(context, five, "unplug");
  expect(await prisma.sharedState.count({ where: { id: state ?? "" } })).toBe(1);
  await deleteUnusedStates(prisma);
  expect(await prisma.sharedState.findMany({ select: { id: true } })).toEqual([
    { id: await sharedStateOf(one) },
  ]);
  await plugPhone(context, five, "plugIn");
  await advance(20);
});
