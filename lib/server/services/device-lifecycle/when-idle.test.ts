import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { lockDevices } from "@/lib/server/db/device/state";
import { inTransaction } from "@/lib/server/db/transaction";
import { applyDeviceEvents } from "@/lib/server/runtime/devices/apply-device-events";
import { runNextBatch } from "@/lib/server/runtime/jobs/run-due-jobs";
import { type CallApi, testApi } from "@/lib/server/testing/test-api";
import { testContext } from "@/lib/server/testing/test-context";
import { manualRuntime } from "@/lib/server/testing/test-runtime";

let context: ServiceContext;
let runtime: ReturnType<typeof manualRuntime>["runtime"];
let advance: (seconds: number) => Promise<void>;
let call: CallApi;
/** More than make a group, so that some are done together and some one by one. */
const names = Array.from({ length: 6 }, (_, index) => `SEP00000000000${index}`);
const [talking = "", other = ""] = names;

beforeAll(async () => {
  const sizes = { oneByOne: 2, inGroups: 4, fewestInGroup: 2 };
  const made = manualRuntime(await testContext(), null, new Date("2026-01-05T08:00:00.000Z"), sizes);
  ({ context, advance, runtime } = made);
  call = await testApi(context, made.runtime);
  await post("/softkey-templates", { name: "Reception", copyOf: "Standard User" });
  for (const [index, name] of names.entries()) {
    const lines = [{ index: 1, directoryNumber: `200${index}` }];
    await post("/phones", { name, model: "Cisco 8841", softkeyTemplate: "Reception", lines });
  }
  await advance(60);
});
afterAll(() => context.database.close());

const get = async (path: string) => (await call("GET", path)).body;
const post = (path: string, body: object = {}) => call("POST", path, body);
const start = async (path: string, body: object) => String((await post(path, body)).body.jobId);
const jobOf = (id: string) => get(`/jobs/${id}`);
const itemsOf = async (id: string) => (await get(`/jobs/${id}/items`)).items as object[];

async function callEvent(name: string, kind: "callStarted" | "callEnded") {
  const { id } = await context.database.prisma.phone.findUniqueOrThrow({
    where: { key: name.toLowerCase() },
  });
  await inTransaction(context.database, async (transaction) => {
    const devices = await lockDevices(transaction, [id]);
    const at = context.now().getTime();
    await applyDeviceEvents(
      transaction,
      context.newId,
      devices.map((stored) => ({ stored, event: { kind }, at })),
    );
  });
}

describe("an action when phones are idle", () => {
  test("is done at once where nobody talks; who talks is waited for, and gets it after the call", async () => {
    await callEvent(talking, "callStarted");
    const id = await start("/phones/actions", { action: "reset", where: [], idleWithinMinutes: 60 });
    await advance(10);
    expect(await jobOf(id)).toMatchObject({
      ...{ state: "running", total: 6, done: 5, waiting: 1, underway: 0 },
      idleUntil: "2026-01-05T09:01:00.000Z",
    });
    expect(await itemsOf(id)).toContainEqual(expect.objectContaining({ name: talking, state: "waiting" }));
    await advance(60);
    expect(await jobOf(id)).toMatchObject({ state: "running", waiting: 1 });
    await callEvent(talking, "callEnded");
    await advance(11);
    expect(await jobOf(id)).toMatchObject({ state: "done", done: 6, outcomes: { reset: 6 } });
  });

  test("does not change the keys of somebody who talks, as it would on the fly", async () => {
    await callEvent(talking, "callStarted");
    const { version } = await get(`/phones/${talking}`);
    await call("PATCH", `/phones/${talking}`, { version, description: "Lobby" });
    const id = await start(`/phones/${talking}/apply-config`, { idleWithinMinutes: 5 });
    await advance(20);
    expect(await jobOf(id)).toMatchObject({ state: "running", waiting: 1, underway: 0 });
    expect((await get("/phones/pending-apply")).total).toBe(1);
    await callEvent(talking, "callEnded");
    await advance(6);
    expect(await jobOf(id)).toMatchObject({ state: "done", outcomes: { applied: 1 } });
    expect((await get("/phones/pending-apply")).total).toBe(0);
  });

  test("leaves a phone that is never idle as it is when the time is over, and says which", async () => {
    await callEvent(talking, "callStarted");
    const where = [`name:isExactly:${talking}`, `name:isExactly:${other}`];
    const body = { action: "restart", where, match: "any", idleWithinMinutes: 2 };
    const id = await start("/phones/actions", body);
    await advance(119);
    expect(await jobOf(id)).toMatchObject({ state: "running", done: 1, waiting: 1 });
    await advance(2);
    expect(await jobOf(id)).toMatchObject({ state: "partial", done: 1, failed: 1, canRetry: true });
    expect(await itemsOf(id)).toContainEqual(
      expect.objectContaining({
        name: talking,
        state: "failed",
        problems: [{ path: [], code: "phoneNotIdle" }],
      }),
    );
    await callEvent(talking, "callEnded");
    await advance(30);
    expect((await get(`/phones/${talking}`)).registration).toBe("registered");
    const retry = await start(`/jobs/${id}/retry`, {});
    await advance(10);
    expect(await jobOf(retry)).toMatchObject({ state: "done", total: 1, idleUntil: null });
  });

  test("tells what it has built when its time is over before all phones were looked at", async () => {
    const alarms = async () => Number((await get("/alarms?where=name:isExactly:BuildStat")).total);
    const before = await alarms();
    const template = await get("/softkey-templates/Reception");
    await call("PATCH", "/softkey-templates/Reception", { version: template.version, description: "Hall" });
    const id = await start("/phones/actions", { action: "applyConfig", where: [], idleWithinMinutes: 1 });
    await runNextBatch(runtime, context.now());
    expect(await jobOf(id)).toMatchObject({ state: "running" });
    expect(await alarms()).toBe(before);
    await context.database.prisma.job.update({ where: { id }, data: { idleUntil: context.now() } });
    await advance(30);
    expect(await jobOf(id)).toMatchObject({ state: "partial" });
    expect(await alarms()).toBe(before + 1);
  });

  test("can wait for its time too; moved, it waits for idle phones as long as before", async () => {
    const at = { dateTime: "2026-01-05T20:00", timeZone: "Asia/Seoul" };
    const id = await start("/softkey-templates/Reception/restart", { at, idleWithinMinutes: 2 });
    expect(await jobOf(id)).toMatchObject({
      ...{ state: "scheduled", startsAt: "2026-01-05T11:00:00.000Z", idleUntil: "2026-01-05T11:02:00.000Z" },
    });
    const later = { ...at, dateTime: "2026-01-05T21:00" };
    const moved = await call("PATCH", `/jobs/${id}`, { version: 1, at: later });
    expect(moved.body).toMatchObject({ idleUntil: "2026-01-05T12:02:00.000Z" });
    await callEvent(other, "callStarted");
    const started = await call("PATCH", `/jobs/${id}`, { version: 2, at: null });
    const until = new Date(context.now().getTime() + 2 * 60_000).toISOString();
    expect(started.body).toMatchObject({ state: "queued", idleUntil: until });
    await advance(125);
    expect(await jobOf(id)).toMatchObject({ state: "partial", done: 5, failed: 1 });
    await callEvent(other, "callEnded");
  });

  test("reaches nobody when the program was down until the time was over", async () => {
    const at = { dateTime: "2026-01-06T08:00", timeZone: "UTC" };
    const body = { action: "reset", where: [], at, idleWithinMinutes: 10 };
    const id = await start("/phones/actions", body);
    await context.database.prisma.job.update({
      where: { id },
      data: { idleUntil: new Date("2026-01-06T07:59:00Z") },
    });
    await advance(24 * 3_600);
    expect(await jobOf(id)).toMatchObject({ state: "failed", total: 6, failed: 6, waiting: 0 });
    expect((await get("/phones?where=registration:isExactly:registered")).total).toBe(6);
  });

  test("is asked for at least a minute and at most a week", async () => {
    for (const idleWithinMinutes of [0, 10_081, 1.5, "60"]) {
      expect((await post(`/phones/${other}/reset`, { idleWithinMinutes })).status).toBe(422);
    }
  });
});
