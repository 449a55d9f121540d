import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sameContent } from "@/lib/configuration/content-patch";
import type { ServiceContext } from "@/lib/server/context";
import { findDevices, lockDevices } from "@/lib/server/db/device/state";
import { listJobItems } from "@/lib/server/db/job-item";
import { inTransaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";
import { applyDeviceEvents } from "@/lib/server/runtime/devices/apply-device-events";
import type { BatchSizes } from "@/lib/server/runtime/devices/device-services";
import { listPending } from "@/lib/server/services/device-lifecycle/list-pending";
import { startBulkAction } from "@/lib/server/services/device-lifecycle/start-bulk-action";
import { startPhoneAction } from "@/lib/server/services/device-lifecycle/start-phone-action";
import { startUsersAction } from "@/lib/server/services/device-lifecycle/start-users-action";
import { plugPhone } from "@/lib/server/services/phone-operation/plug";
import { objectsOf, phoneInput } from "@/lib/server/testing/configuration";
import { testContext } from "@/lib/server/testing/test-context";
import { manualRuntime } from "@/lib/server/testing/test-runtime";

const runs = process.env.RINGBACK_NIGHTLY === "1" ? 60 : 8;
const names = ["SEP000000000001", "SEP000000000002", "SEP000000000003"] as const;
const template = "Reception";
const number = "2001";
const lists = [["Redial", "NewCall"], ["NewCall"], ["NewCall", "CallBack"]] as const;

let context: ServiceContext;
let restart: (registrationsPerSecond: number | null, sizes?: BatchSizes) => void;
let advance: (seconds: number) => Promise<void>;
const phones = objectsOf("phone", () => context);
const templates = objectsOf("softkeyTemplate", () => context);
const numbers = objectsOf("directoryNumber", () => context);
const ids = new Map<string, string>();

beforeAll(async () => {
  const first = await testContext();
  ({ context, advance } = manualRuntime(first, 2));
  restart = (rate, sizes) => {
    // Another process goes on with what is stored, at the time at which the clock stood.
    ({ context, advance } = manualRuntime(first, rate, context.now(), sizes));
  };
  await templates.create({ name: template, copyOf: "Standard User" });
  for (const name of names) await phones.create(phoneInput(name, { softkeyTemplate: template }));
  const rows = await context.database.prisma.phone.findMany({ select: { id: true, name: true } });
  for (const { id, name } of rows) ids.set(name, id);
});
afterAll(() => context.database.close());

const phone = fc.constantFrom(...names);
const step = fc.oneof(
  fc.record({ kind: fc.constant("layout" as const), keys: fc.constantFrom(...lists) }),
  fc.record({
    kind: fc.constant("edit" as const),
    phone,
    change: fc.constantFrom(
      { description: "A" },
      { description: "B" },
      { dnd: { status: true, option: "Call Reject" } },
      { dnd: { status: false, option: "Ringer Off" } },
      { softkeyTemplate: null },
      { softkeyTemplate: template },
      { lines: [{ index: 1, directoryNumber: number }] },
      { lines: [{ index: 1, directoryNumber: "2009" }] },
      {
        lines: [
          { index: 1, directoryNumber: "2009" },
          { index: 2, directoryNumber: number },
        ],
      },
    ),
  }),
  fc.record({ kind: fc.constant("editNumber" as const), alertingName: fc.constantFrom("A", "B") }),
  fc.record({
    kind: fc.constant("act" as const),
    phone,
    command: fc.constantFrom("applyConfig", "reset", "restart"),
  }),
  fc.record({
    kind: fc.constant("actOnAll" as const),
    command: fc.constantFrom("applyConfig", "reset", "restart"),
  }),
  fc.record({ kind: fc.constant("actOnUsers" as const), command: fc.constantFrom("applyConfig", "restart") }),
  fc.record({ kind: fc.constantFrom("plugIn" as const, "unplug" as const), phone }),
  fc.record({ kind: fc.constantFrom("callStarted" as const, "callEnded" as const), phone }),
  fc.record({ kind: fc.constant("advance" as const), seconds: fc.integer({ min: 0, max: 7 }) }),
  // Two registrations a second, so that phones queue, or any number; one by one, or in groups.
  fc.record({
    kind: fc.constant("serverRestarts" as const),
    rate: fc.constantFrom(2, null),
    sizes: fc.constantFrom(undefined, { oneByOne: 1, inGroups: 2, fewestInGroup: 1 }),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** An event that nobody but a test sends before there are calls. */
async function callEvent(name: string, kind: "callStarted" | "callEnded"): Promise<void> {
  await inTransaction(context.database, async (transaction) => {
    const [stored] = await lockDevices(transaction, [ids.get(name) ?? ""]);
    if (!stored) throw new Error("the phone is gone");
    await applyDeviceEvents(transaction, context.newId, [
      { stored, event: { kind }, at: context.now().getTime() },
    ]);
  });
}

const callsOf = async () =>
  (await findDevices(context.database.prisma, [...ids.values()])).map(({ device }) => device.calls);

/** Not registered is a fair answer to Reset and Restart. */
async function started(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof Refusal && error.code === "phoneNotRegistered")) throw error;
  });
}

async function take(given: Step): Promise<void> {
  switch (given.kind) {
    case "layout": {
      const { version } = await templates.get(template);
      await templates.update(template, { version, callStates: { "On Hook": [...given.keys] } });
      return;
    }
    case "edit": {
      const { version } = await phones.get(given.phone);
      await phones.update(given.phone, { version, ...given.change });
      return;
    }
    case "editNumber": {
      const { version } = await numbers.get(number);
      await numbers.update(number, { version, alertingName: given.alertingName });
      return;
    }
    case "act":
      return started(startPhoneAction(context, given.phone, given.command));
    case "actOnAll":
      await startBulkAction(context, { action: given.command, where: [] });
      return;
    case "actOnUsers":
      await startUsersAction(context, "softkeyTemplate", template, given.command);
      return;
    case "plugIn":
    case "unplug":
      await plugPhone(context, given.phone, given.kind);
      return;
    case "callStarted":
    case "callEnded":
      return callEvent(given.phone, given.kind);
    case "advance": {
      const before = await callsOf();
      await advance(given.seconds);
      expect(await callsOf(), "no call is cut").toEqual(before);
      return;
    }
    case "serverRestarts":
      return restart(given.rate, given.sizes);
  }
}

/** Of which phones it is stored that something of their own is not applied, and of which that is so. */
async function ownChanges(): Promise<{ marked: string[]; there: string[] }> {
  const { prisma } = context.database;
  const states = await prisma.deviceState.findMany({
    where: { phoneRevision: { not: null } },
    include: {
      phone: { include: { unappliedChanges: true, lines: { include: { directoryNumber: true } } } },
    },
  });
  const names = (rows: typeof states) => rows.map(({ phone: { name } }) => name).toSorted();
  return {
    marked: names(states.filter(({ phone: { unappliedChanges } }) => unappliedChanges.length > 0)),
    there: names(
      states.filter(({ phone: { downloadVersion, lines }, phoneRevision, directoryNumbers }) => {
        const saved = lines
          .toSorted((one, other) => one.index - other.index)
          .map(({ directoryNumber: { id, downloadVersion } }) => ({ id, number: downloadVersion }));
        return phoneRevision !== downloadVersion || !sameContent(directoryNumbers, saved);
      }),
    ),
  };
}

/** The phones with a timer that nobody would look at. */
async function lostTimers(): Promise<string[]> {
  const rows = await context.database.prisma.$queryRaw<{ phoneId: string }[]>`
    SELECT s."phoneId" FROM "DeviceState" s WHERE s."timerKind" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "DueGroup" g
      WHERE g."timerKind" = s."timerKind" AND g."dueAt" = s."dueAt" AND s."phoneId" = ANY(g."phoneIds"))`;
  return rows.map(({ phoneId }) => phoneId);
}

test("whatever happens, no call is cut, every action ends once, and at last phones run what is saved [SK-10, PH-02, PH-03]", {
  timeout: 30 * 60_000,
}, async () => {
  const { prisma } = context.database;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      restart(2);
      await prisma.job.deleteMany();
      expect([await prisma.jobItem.count(), await prisma.jobItemGroup.count()]).toEqual([0, 0]);
      for (const given of steps) {
        await take(given);
        const { marked, there } = await ownChanges();
        expect(marked).toEqual(there);
        expect(await lostTimers(), "every timer is found when it is due").toEqual([]);
      }
      for (const name of names) {
        await plugPhone(context, name, "plugIn");
        const calls = (await findDevices(prisma, [ids.get(name) ?? ""]))[0]?.device.calls ?? 0;
        for (let call = 0; call < calls; call++) await callEvent(name, "callEnded");
      }
      await advance(15);
      await startBulkAction(context, { action: "applyConfig", where: [] });
      await advance(15);
      expect(await prisma.dueGroup.count()).toBe(0);
      expect(await listPending(context, { limit: 50 })).toMatchObject({ total: 0, items: [] });
      const devices = await findDevices(prisma, [...ids.values()]);
      for (const { device } of devices)
        expect(device).toMatchObject({ phase: "registered", postponed: null, underway: null, timer: null });
      for (const { id, state, total, done, failed, waiting } of await prisma.job.findMany()) {
        const { items } = await listJobItems(prisma, id, { state: undefined, after: 0, limit: 100 });
        expect(["done", "partial", "failed"]).toContain(state);
        expect([done + failed, waiting, items.length]).toEqual([total, 0, total]);
        for (const item of items) expect(["done", "failed"]).toContain(item.state);
      }
    }),
    { numRuns: runs, endOnFailure: true },
  );
});
