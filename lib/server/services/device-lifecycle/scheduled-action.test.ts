import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { runDueJobs } from "@/lib/server/runtime/jobs/run-due-jobs";
import { createUser } from "@/lib/server/services/user/create";
import { removeUser } from "@/lib/server/services/user/remove";
import { updateUser } from "@/lib/server/services/user/update";
import { basic, userPassword as password } from "@/lib/server/testing/credentials";
import { type CallApi, testApi } from "@/lib/server/testing/test-api";
import { testContext } from "@/lib/server/testing/test-context";
import { manualRuntime } from "@/lib/server/testing/test-runtime";

let context: ServiceContext;
let runtime: ReturnType<typeof manualRuntime>["runtime"];
let advance: (seconds: number) => Promise<void>;
let call: CallApi;
const [one, two, three] = ["SEP000000000001", "SEP000000000002", "SEP000000000003"] as const;

beforeAll(async () => {
  ({ context, runtime, advance } = manualRuntime(await testContext()));
  call = await testApi(context, runtime);
  await post("/softkey-templates", { name: "Reception", copyOf: "Standard User" });
  for (const name of [one, two]) await makePhone(name, { softkeyTemplate: "Reception" });
  await advance(60);
});
afterAll(() => context.database.close());

const makePhone = (name: string, facts: object = {}) =>
  post("/phones", {
    ...{ name, model: "Cisco 8841", lines: [{ index: 1, directoryNumber: `2${name.slice(-3)}` }], ...facts },
  });
const get = async (path: string) => (await call("GET", path)).body;
const post = (path: string, body: object = {}, as?: string) =>
  call("POST", path, body, as === undefined ? undefined : { authorization: basic(as) });
const patch = (path: string, body: object, as?: string) =>
  call("PATCH", path, body, as === undefined ? undefined : { authorization: basic(as) });
const patchObject = async (path: string, change: object) =>
  patch(path, { version: (await get(path)).version, ...change });

/** A time of the clock in Seoul so many minutes from now. */
function inMinutes(minutes: number) {
  const seoul = new Date(context.now().getTime() + (minutes + 9 * 60) * 60_000);
  return { dateTime: seoul.toISOString().slice(0, 16), timeZone: "Asia/Seoul" };
}
/** An action that starts in so many minutes; answers the id of its job. */
async function schedule(path: string, minutes: number, body: object = {}, as?: string): Promise<string> {
  const answer = await post(path, { at: inMinutes(minutes), ...body }, as);
  expect([answer.status, answer.body]).toEqual([202, { jobId: expect.any(String) }]);
  return String(answer.body.jobId);
}
const jobOf = (id: string) => get(`/jobs/${id}`);
const phonesOf = async (id: string) =>
  ((await get(`/jobs/${id}/items`)).items as { name: string }[]).map(({ name }) => name);

describe("an action at a time", () => {
  test("waits, is listed, and is done when the clock gets there, not before", async () => {
    const startsAt = new Date(context.now().getTime() + 60 * 60_000).toISOString();
    const id = await schedule(`/phones/${one}/reset`, 60, { reason: "at lunch" });
    expect(await jobOf(id)).toMatchObject({
      ...{ state: "scheduled", kind: "reset", total: 1, waiting: 1, reason: "at lunch", by: "admin" },
      ...{ startsAt, timeZone: "Asia/Seoul", startedAt: null, version: 1, changedBy: null },
    });
    const listed = await get("/jobs?where=state:isExactly:scheduled");
    expect(listed.items).toMatchObject([{ id, state: "scheduled", startsAt }]);
    await advance(59 * 60);
    expect((await jobOf(id)).state).toBe("scheduled");
    expect((await get(`/phones/${one}`)).registration).toBe("registered");
    await advance(61);
    expect((await get(`/phones/${one}`)).registration).toBe("unregistered");
    await advance(9);
    expect(await jobOf(id)).toMatchObject({ state: "done", startedAt: startsAt, outcomes: { reset: 1 } });
  });

  test("is for the phones that use an object when it starts, whatever the object is called by then", async () => {
    const id = await schedule("/softkey-templates/Reception/apply-config", 10);
    expect(await jobOf(id)).toMatchObject({ total: 0, of: { kind: "softkeyTemplate", name: "Reception" } });
    await makePhone(three, { softkeyTemplate: "Reception" });
    await patchObject(`/phones/${two}`, { softkeyTemplate: "Standard User" });
    await patchObject("/softkey-templates/Reception", { name: "Front desk" });
    expect(await jobOf(id)).toMatchObject({ of: { kind: "softkeyTemplate", name: "Front desk" } });
    await advance(620);
    expect(await jobOf(id)).toMatchObject({ state: "done", total: 2, done: 2 });
    expect(await phonesOf(id)).toEqual([one, three]);
  });

  test("is for the phones that match when it starts; conditions are looked at when it is made", async () => {
    const where = ["description:isExactly:Lobby"];
    const id = await schedule("/phones/actions", 10, { action: "restart", where });
    expect(await jobOf(id)).toMatchObject({ state: "scheduled", total: 0, where, match: "all" });
    await patchObject(`/phones/${two}`, { description: "Lobby" });
    await advance(620);
    expect(await jobOf(id)).toMatchObject({ state: "done", total: 1 });
    expect(await phonesOf(id)).toEqual([two]);
    const bad = { action: "restart", where: ["colour:isExactly:red"], at: inMinutes(5) };
    expect((await post("/phones/actions", bad)).status).toBe(422);
  });

  test("reaches a named phone by the name that it has by then, and ends well for nobody", async () => {
    const id = await schedule(`/phones/${three}/restart`, 10);
    const many = await schedule("/phones/actions", 12, { action: "restart", names: [{ name: three }] });
    const none = await schedule("/phones/actions", 10, { action: "reset", where: ["name:isExactly:SEP9"] });
    await patchObject(`/phones/${three}`, { name: "SEP000000000004" });
    expect(await jobOf(id)).toMatchObject({ of: { kind: "phone", name: "SEP000000000004" } });
    await advance(750);
    expect(await jobOf(id)).toMatchObject({ state: "done", outcomes: { restarted: 1 } });
    expect(await jobOf(many)).toMatchObject({ state: "done", outcomes: { restarted: 1 } });
    expect(await jobOf(none)).toMatchObject({ state: "done", total: 0 });
  });

  test("on the objects of an earlier job reaches the phones that had those names when it was said", async () => {
    const [named, renamed] = ["SEP000000000005", "SEP000000000006"] as const;
    await makePhone(named);
    const names = [{ name: named }];
    const update = await post("/bulk/phones/update", { names, fields: { description: "Hall" } });
    await advance(10);
    expect(await jobOf(String(update.body.jobId))).toMatchObject({ state: "done", outcomes: { updated: 1 } });
    const id = await schedule("/phones/actions", 10, { action: "restart", job: { id: update.body.jobId } });
    await patchObject(`/phones/${named}`, { name: renamed });
    const lines = [{ index: 1, directoryNumber: "2999" }];
    await makePhone(named, { lines });
    // Whoever reaches it by the name fails.
    await post(`/phones/${named}/actions`, { action: "unplug" });
    await advance(670);
    expect(await jobOf(id)).toMatchObject({ state: "done", outcomes: { restarted: 1 } });
  });

  test("does nothing when what it was for is gone, and says so", async () => {
    await post("/softkey-templates", { name: "Short-lived", copyOf: "Standard User" });
    const id = await schedule("/softkey-templates/Short-lived/restart", 10);
    await call("DELETE", "/softkey-templates/Short-lived");
    await advance(620);
    expect(await jobOf(id)).toMatchObject({ state: "failed", total: 0, problem: { code: "jobForNothing" } });
  });

  test("may be for a phone that is not registered now", async () => {
    await post(`/phones/${one}/actions`, { action: "unplug" });
    expect((await post(`/phones/${one}/reset`)).body.code).toBe("phoneNotRegistered");
    const id = await schedule(`/phones/${one}/reset`, 10);
    await post(`/phones/${one}/actions`, { action: "plugIn" });
    await advance(620);
    expect(await jobOf(id)).toMatchObject({ state: "done" });
  });

  test("is refused for a time that is over, does not exist or exists twice", async () => {
    const dataOf = async (at: object) => {
      const { status, body } = await post(`/phones/${one}/reset`, { at });
      expect(status).toBe(422);
      return body.data;
    };
    const refused = (code: string) => ({ problems: [expect.objectContaining({ code })] });
    expect(await dataOf(inMinutes(-1))).toEqual(refused("timePast"));
    const berlin = { timeZone: "Europe/Berlin" };
    expect(await dataOf({ ...berlin, dateTime: "2026-03-29T02:30" })).toEqual(refused("timeSkipped"));
    expect(await dataOf({ ...berlin, dateTime: "2026-10-25T02:30" })).toEqual(refused("timeTwice"));
    expect(await dataOf({ dateTime: "2026-10-25T02:30" })).toEqual(refused("required"));
  });

  test("starts late when the program was down, and tells both times", async () => {
    const id = await schedule(`/phones/${one}/restart`, 10);
    const { startsAt } = await jobOf(id);
    const later = new Date(context.now().getTime() + 3 * 3_600_000);
    await runDueJobs(runtime, later);
    expect(await jobOf(id)).toMatchObject({ startsAt, startedAt: later.toISOString() });
    await advance(3 * 3_600 + 10);
    expect(await jobOf(id)).toMatchObject({ state: "done" });
  });
});

describe("a job that waits for its time", () => {
  test("is moved, given another reason or started now by who has looked at it as it is", async () => {
    const id = await schedule(`/phones/${one}/reset`, 60);
    const moved = await patch(`/jobs/${id}`, { version: 1, at: inMinutes(120), reason: "later" });
    expect(moved.body).toMatchObject({ version: 2, state: "scheduled", reason: "later", changedBy: "admin" });
    const stale = await patch(`/jobs/${id}`, { version: 1, at: null });
    expect([stale.status, stale.body.code]).toEqual([409, "stale"]);
    expect(stale.body.data).toMatchObject({ current: { id, version: 2, startsAt: moved.body.startsAt } });
    await advance(61 * 60);
    expect(await jobOf(id)).toMatchObject({ state: "scheduled" });
    const started = await patch(`/jobs/${id}`, { version: 2, at: null });
    expect(started.body).toMatchObject({ version: 3, state: "queued", startsAt: null, reason: "later" });
    await advance(10);
    expect(await jobOf(id)).toMatchObject({ state: "done" });
    expect((await patch(`/jobs/${id}`, { version: 3, at: null })).body.code).toBe("jobNotScheduled");
    expect((await patch("/jobs/none", { version: 3, at: null })).status).toBe(404);
  });

  test("is still done by the rights of who made it when only its reason is said anew", async () => {
    await createUser(context, { name: "Park", role: "phoneAdministrator", password });
    const id = await schedule(`/phones/${one}/reset`, 5, {}, "Park");
    const told = await patch(`/jobs/${id}`, { version: 1, reason: "as asked" });
    expect(told.body).toMatchObject({ version: 2, reason: "as asked", changedBy: null });
    await removeUser(context, "Park");
    await advance(400);
    expect(await jobOf(id)).toMatchObject({ state: "failed", problem: { code: "jobRefused" } });
  });

  test("is not moved into the past", async () => {
    const id = await schedule(`/phones/${one}/reset`, 60);
    const refused = await patch(`/jobs/${id}`, { version: 1, at: inMinutes(-5) });
    expect(refused.body.data).toMatchObject({ problems: [{ path: ["at", "dateTime"], code: "timePast" }] });
    expect(await jobOf(id)).toMatchObject({ version: 1, state: "scheduled" });
    expect((await post(`/jobs/${id}/cancel`)).status).toBe(200);
  });

  test("is cancelled by who has looked at it as it is, and never starts", async () => {
    const id = await schedule(`/phones/${one}/reset`, 5);
    await patch(`/jobs/${id}`, { version: 1, at: inMinutes(10) });
    expect((await post(`/jobs/${id}/cancel`, { version: 1 })).body.code).toBe("stale");
    const cancelled = await post(`/jobs/${id}/cancel`, { version: 2 });
    expect(cancelled.body).toMatchObject({ state: "cancelled", startedAt: null });
    expect((await patch(`/jobs/${id}`, { version: 2, at: null })).body.code).toBe("jobNotScheduled");
    await advance(900);
    expect(await jobOf(id)).toMatchObject({ state: "cancelled", waiting: 1, startedAt: null });
  });

  test("of two who change and cancel it at once one does, and the other is told", async () => {
    const id = await schedule(`/phones/${one}/reset`, 5);
    const answers = await Promise.all([
      patch(`/jobs/${id}`, { version: 1, at: inMinutes(10) }),
      patch(`/jobs/${id}`, { version: 1, at: inMinutes(20) }),
      post(`/jobs/${id}/cancel`, { version: 1 }),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status } of answers) expect([200, 409]).toContain(status);
    await post(`/jobs/${id}/cancel`);
  });

  test("needs the right to do it: Read Only may only look", async () => {
    await createUser(context, { name: "Reader", role: "readOnly", password });
    const id = await schedule(`/phones/${one}/reset`, 5);
    expect((await patch(`/jobs/${id}`, { version: 1, at: null }, "Reader")).status).toBe(403);
    expect((await post(`/jobs/${id}/cancel`, {}, "Reader")).status).toBe(403);
    expect((await post(`/phones/${one}/reset`, { at: inMinutes(5) }, "Reader")).status).toBe(403);
    await post(`/jobs/${id}/cancel`);
  });

  test("is refused when the person for whom it is done may not do it any more, or is gone", async () => {
    await createUser(context, { name: "Kim", role: "phoneAdministrator", password });
    await createUser(context, { name: "Lee", role: "phoneAdministrator", password });
    const kims = await schedule(`/phones/${one}/reset`, 5, {}, "Kim");
    const lees = await schedule("/softkey-templates/Front%20desk/restart", 5, {}, "Lee");
    const taken = await schedule(`/phones/${two}/reset`, 5, {}, "Lee");
    await patch(`/jobs/${taken}`, { version: 1, at: inMinutes(6) });
    await updateUser(context, "Kim", { version: 1, role: "readOnly" });
    await removeUser(context, "Lee");
    await advance(400);
    const refused = { state: "failed", done: 0, problem: { code: "jobRefused" } };
    expect(await jobOf(kims)).toMatchObject(refused);
    expect(await jobOf(lees)).toMatchObject(refused);
    // Whoever said last when it starts answers for it.
    expect(await jobOf(taken)).toMatchObject({ state: "done", by: "Lee", changedBy: "admin" });
  });
});
