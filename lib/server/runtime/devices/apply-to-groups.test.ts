import { expect, test } from "vitest";
import type { ConfigurationSnapshot } from "@/lib/devices/device";
import { listDeviceAlarms } from "@/lib/server/db/device/alarm";
import { findDevices, lockDevices } from "@/lib/server/db/device/state";
import { inTransaction } from "@/lib/server/db/transaction";
import { applyDeviceEvents } from "@/lib/server/runtime/devices/apply-device-events";
import type { BatchSizes } from "@/lib/server/runtime/devices/device-services";
import { startBulkAction } from "@/lib/server/services/device-lifecycle/start-bulk-action";
import { cancelJob } from "@/lib/server/services/job/cancel";
import { getJob } from "@/lib/server/services/job/get";
import { plugPhone } from "@/lib/server/services/phone-operation/plug";
import { objectsOf, phoneInput } from "@/lib/server/testing/configuration";
import { testContext } from "@/lib/server/testing/test-context";
import { manualRuntime } from "@/lib/server/testing/test-runtime";

const template = "Reception";
const oneByOne: BatchSizes = { oneByOne: 500, inGroups: 500, fewestInGroup: Number.MAX_SAFE_INTEGER };
const inGroups: BatchSizes = { oneByOne: 3, inGroups: 5, fewestInGroup: 1 };
const nameOf = (number: number) => `SEP${String(number).padStart(12, "0")}`;
const numbers = Array.from({ length: 8 }, (_, index) => index + 1);

/** Without the ids, which differ from one cluster to another. */
function revisionsOf({ softkeyTemplate, phoneButtonTemplate, ...running }: ConfigurationSnapshot) {
  return {
    softkeyTemplate: softkeyTemplate?.number,
    phoneButtonTemplate: phoneButtonTemplate.number,
    commonDeviceConfiguration: running.commonDeviceConfiguration?.number,
    directoryNumbers: running.directoryNumbers.map(({ number }) => number),
    phone: running.phone.number,
  };
}

/** A cluster of phones of two models, one in a call, one unplugged, one with a number that changed, and what becomes of it. */
async function history(sizes: BatchSizes, registrationsPerSecond: number | null) {
  // Who came at the same instant has registration slots by id, so both histories need the same ones.
  let made = 0;
  const newId = () => `id-${String(++made).padStart(6, "0")}`;
  const { context, runtime, advance } = manualRuntime(
    { ...(await testContext()), newId },
    registrationsPerSecond,
    undefined,
    sizes,
  );
  const { prisma } = context.database;
  const phones = objectsOf("phone", () => context);
  const templates = objectsOf("softkeyTemplate", () => context);
  await templates.create({ name: template, copyOf: "Standard User" });
  for (const number of numbers) {
    const model = number % 3 === 0 ? "Cisco 7841" : "Cisco 8841";
    const lines = [{ index: 1, directoryNumber: String(2000 + number) }];
    await phones.create(phoneInput(nameOf(number), { model, lines, softkeyTemplate: template }));
  }
  await advance(20);
  const { id } = await prisma.phone.findUniqueOrThrow({ where: { key: nameOf(4).toLowerCase() } });
  const call = (kind: "callStarted" | "callEnded") =>
    inTransaction(context.database, async (transaction) => {
      const devices = await lockDevices(transaction, [id]);
      const at = context.now().getTime();
      await applyDeviceEvents(
        transaction,
        context.newId,
        devices.map((stored) => ({ stored, event: { kind }, at })),
      );
    });
  await call("callStarted");
  await plugPhone(context, nameOf(5), "unplug");
  await objectsOf("directoryNumber", () => context).update("2006", { version: 1, description: "changed" });
  const jobIds: string[] = [];
  const act = async (action: "applyConfig" | "reset" | "restart") => {
    jobIds.push((await startBulkAction(context, { action, where: [] })).jobId);
  };
  await templates.update(template, { version: 1, callStates: { "On Hook": ["NewCall"] } });
  await act("applyConfig");
  await advance(0.5);
  await act("restart");
  await advance(20);
  await templates.update(template, { version: 2, description: "Nothing that a phone shows" });
  await act("applyConfig");
  await advance(1);
  await act("reset");
  await advance(20);
  await act("restart");
  await advance(0);
  await cancelJob(context, jobIds.at(-1) ?? "");
  await advance(20);
  await call("callEnded");
  await advance(20);
  const names = new Map((await prisma.phone.findMany()).map((phone) => [phone.id, phone.name]));
  const comparable = (value: unknown) => {
    let text = JSON.stringify(value);
    for (const [phone, name] of names) text = text.replaceAll(phone, name);
    for (const [index, job] of jobIds.entries()) text = text.replaceAll(job, `job ${index}`);
    return JSON.parse(text);
  };
  const items = await prisma.$queryRaw<
    { jobId: string }[]
  >`SELECT * FROM "EachJobItem" ORDER BY "jobId", "position"`;
  const stored = await findDevices(prisma, [...names.keys()]);
  const log = { match: "all", sort: "at", limit: 10_000 } as const;
  const { items: alarms } = await listDeviceAlarms(prisma, { where: [], ...log });
  const alarmGroups = await prisma.deviceAlarmGroup.count();
  const jobs = [];
  for (const jobId of jobIds) {
    const { state, done, failed, waiting, underway, outcomes } = await getJob(context, jobId);
    jobs.push({ state, done, failed, waiting, underway, outcomes });
  }
  await context.database.close();
  const outcome = {
    jobs,
    isLimited: runtime.registrationsPerSecond !== null,
    devices: stored
      .map(({ phoneId, device: { running, ...device } }) =>
        comparable({ phoneId, ...device, running: running && revisionsOf(running) }),
      )
      .toSorted((one, other) => (one.phoneId < other.phoneId ? -1 : 1)),
    items: items
      .map(comparable)
      .toSorted((one, other) => (one.jobId < other.jobId ? -1 : Number(one.jobId > other.jobId))),
    alarms: numbers.map((number) =>
      alarms
        .filter(({ phone }) => phone === nameOf(number))
        .map(({ at, name, severity, parameters }) => ({ at, name, severity, parameters })),
    ),
  };
  return { outcome, alarmGroups };
}

test.for([0, 8])(
  "phones that are done in groups become, tell and end what they do one by one, with %s registrations a second [PH-02, PH-03]",
  { timeout: 120_000 },
  async (rate) => {
    const { outcome: expected } = await history(oneByOne, rate || null);
    const { outcome, alarmGroups } = await history(inGroups, rate || null);
    expect(outcome).toEqual(expected);
    expect(alarmGroups).toBeGreaterThan(0);
    expect(expected.jobs.map(({ state }) => state)).toEqual([
      "done",
      "partial",
      "done",
      "partial",
      "cancelled",
    ]);
  },
);
