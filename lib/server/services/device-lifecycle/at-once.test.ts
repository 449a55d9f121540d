import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type PhonesInUse, phonesInUse } from "@/lib/server/testing/phones-in-use";

let cluster: PhonesInUse;
beforeAll(async () => {
  cluster = await phonesInUse(["2001", "2002", "2003", "2009"]);
});
afterAll(() => cluster.close());

const a = () => cluster.phone("2001");
const b = () => cluster.phone("2002");
const c = () => cluster.phone("2003");
const rejecting = { status: true, option: "Call Reject" } as const;
const off = { status: false, option: "Call Reject" } as const;

/** Nothing is set and everything is applied. */
beforeEach(async () => {
  for (const phone of [a(), b(), c()]) {
    await phone.hangsUp();
    await phone.does({ action: "setDnd", ...off });
    await phone.does({ action: "setForwardAll" });
  }
  await cluster.send("POST", "/phones/actions", { action: "applyConfig", where: [] });
  await cluster.wait(6);
  await expectNothingPending();
});

const pending = async () =>
  (await cluster.get("/phones/pending-apply")) as { items: { phone: string }[]; total: number };

async function expectNothingPending(): Promise<void> {
  expect(await pending()).toMatchObject({ items: [], total: 0 });
  expect(await cluster.context.database.prisma.unappliedChange.count()).toBe(0);
  for (const { path } of [a(), b(), c()]) {
    expect(await cluster.get(`${path}/effective-configuration`)).toMatchObject({ differs: false });
    expect(await cluster.get(`${path}/apply-config/preview`)).toMatchObject({ groups: [{ impact: "none" }] });
  }
}

describe("what call processing reads as it is saved", () => {
  test("[IN-06] Do Not Disturb that is set on a phone works at once, and nothing waits for Apply Config", async () => {
    const { version } = await cluster.get(b().path);
    await b().does({ action: "setDnd", ...rejecting });
    expect(await a().dials("2002")).toMatchObject({ tone: "fastBusy" });
    expect(await cluster.get(b().path)).toMatchObject({ dnd: rejecting, version: Number(version) + 1 });
    await expectNothingPending();
    await b().does({ action: "setDnd", ...off });
    await expectNothingPending();
  });

  test("forwarding of all calls that is set on a phone works at once, and nothing waits for Apply Config", async () => {
    await b().does({ action: "setForwardAll", destination: "2009" });
    await a().dials("2002");
    expect(await cluster.phone("2009").display()).toMatchObject({ tone: "ringing" });
    await expectNothingPending();
  });

  test.each([
    ["forward", { all: { destination: "2009", voiceMail: false } }],
    ["noAnswerSeconds", 20],
    ["maxCalls", 4],
    ["alertingName", "Lobby"],
    ["description", "Lobby"],
  ])("%s of a directory number does not wait for Apply Config", async (field, value) => {
    await cluster.change("/directory-numbers/2002", { [field]: value });
    await expectNothingPending();
  });

  test("the busy trigger of a line holds for the next call, and that of its directory number is left to new lines", async () => {
    const trigger = (busyTrigger: number) => ({
      lines: [{ index: 1, directoryNumber: "2002", busyTrigger, maxCalls: 4 }],
    });
    await cluster.change(b().path, trigger(1));
    await a().dials("2002");
    await b().answers();
    expect(await c().dials("2002")).toMatchObject({ tone: "busy" });
    await c().hangsUp();
    await cluster.change("/directory-numbers/2002", { maxCalls: 4, busyTrigger: 2 });
    expect(await c().dials("2002")).toMatchObject({ tone: "busy" });
    await c().hangsUp();
    await cluster.change(b().path, trigger(2));
    expect(await c().dials("2002")).toMatchObject({ tone: "ringback" });
    await expectNothingPending();
    await cluster.change("/directory-numbers/2002", { maxCalls: 2, busyTrigger: 1 });
    await cluster.change(b().path, trigger(1));
  });

  test("[IN-08] a phone on which Extension Mobility was enabled lets users log in, and nothing waits", async () => {
    await cluster.send("POST", "/device-profiles", { name: "Lee at once", userId: "lee" });
    await cluster.change(c().path, { extensionMobility: true });
    await expectNothingPending();
    expect(await c().does({ action: "login", userId: "lee" })).toMatchObject({ user: "lee" });
    await cluster.wait(2);
    await c().does({ action: "logout" });
    await cluster.wait(2);
    await cluster.change(c().path, { extensionMobility: false });
  });
});

describe("what phones download still waits", () => {
  test("[PH-05] other fields of the phone, whatever happens to Do Not Disturb meanwhile", async () => {
    await b().does({ action: "setDnd", ...rejecting });
    await cluster.change(b().path, { description: "Lobby" });
    await b().does({ action: "setDnd", ...off });
    await cluster.change("/directory-numbers/2002", { alertingName: "Reception" });
    expect(await pending()).toMatchObject({
      total: 1,
      items: [{ phone: b().name, impact: "dynamic", changes: [{ change: { field: "description" } }] }],
    });
    await cluster.change(b().path, { description: "" });
    expect(await pending()).toMatchObject({ total: 0, items: [] });
  });

  test("[PH-03] another number on its line, also when the number itself got another pattern", async () => {
    await cluster.change("/directory-numbers/2003", { pattern: "2033" });
    expect(await pending()).toMatchObject({
      total: 1,
      items: [
        { phone: c().name, changes: [{ part: "phone", change: { field: "directoryNumber", to: "2033" } }] },
      ],
    });
    await cluster.change("/directory-numbers/2033", { pattern: "2003" });
    expect(await pending()).toMatchObject({ total: 0, items: [] });
  });
});

describe("Do Not Disturb that an administrator saves", () => {
  test("[IN-06] refuses the next call at once, also in a process that has used the phone before", async () => {
    expect(await a().dials("2002")).toMatchObject({ tone: "ringback" });
    await a().hangsUp();
    await cluster.change(b().path, { dnd: rejecting });
    expect(await b().display()).toMatchObject({ dnd: rejecting });
    expect(await a().dials("2002")).toMatchObject({ tone: "fastBusy" });
    await a().hangsUp();
    await cluster.change(b().path, { dnd: off });
    expect(await a().dials("2002")).toMatchObject({ tone: "ringback" });
  });

  test("[IN-06][IN-07] tells who waits when it ends, and takes the notice back when it begins", async () => {
    await b().does({ action: "setDnd", ...rejecting });
    await a().dials("2002");
    await a().presses("CallBack");
    await b().does({ action: "offHook" });
    await b().hangsUp();
    expect(await a().display()).toMatchObject({ screen: { kind: "callBackAvailableDndReject" } });
    await cluster.change(b().path, { dnd: off });
    expect(await a().display()).toMatchObject({ tone: "callBack", screen: { kind: "callBackAvailable" } });
    await cluster.change(b().path, { dnd: rejecting });
    expect(await a().display()).toMatchObject({
      tone: "none",
      screen: { kind: "callBackAvailableDndReject" },
    });
    const [request] = await cluster.requests("?where=state:isExactly:readyDndReject");
    const rules = (await cluster.trace(request?.id ?? "")).map(({ rule }) => rule);
    expect(rules.filter((rule) => ["13", "18b", "19"].includes(String(rule)))).toEqual(["13", "19", "18b"]);
    await a().presses("Cancel");
  });

  test("tells each phone once in a bulk change", async () => {
    const { jobId } = await cluster.send("POST", "/bulk/phones/update", {
      where: ["name:beginsWith:SEP"],
      fields: { dnd: rejecting },
    });
    await cluster.wait(2);
    expect(await cluster.get(`/jobs/${jobId}`)).toMatchObject({ state: "done", failed: 0 });
    expect(await a().dials("2002")).toMatchObject({ tone: "fastBusy" });
    await expectNothingPending();
  });
});
