import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type PhonesInUse, phonesInUse, screenText } from "@/lib/server/testing/phones-in-use";

let cluster: PhonesInUse;
beforeAll(async () => {
  cluster = await phonesInUse(["2001", "2002", "2003", "2004"]);
});
afterAll(() => cluster.close());

const a = () => cluster.phone("2001");
const b = () => cluster.phone("2002");
const c = () => cluster.phone("2003");
/** Everybody on hook and nothing requested. */
beforeEach(async () => {
  for (const number of ["2001", "2002", "2003", "2004"]) await cluster.phone(number).hangsUp();
  for (const { id } of await cluster.requests("?where=state:isExactly:active"))
    await cluster.send("DELETE", `/call-back/requests/${id}`);
  for (const number of ["2001", "2002", "2003", "2004"]) {
    const phone = cluster.phone(number);
    if ((await phone.display()).screen) await phone.presses("Exit");
  }
});

const activated = "CallBack is activated on 2002 Press Cancel to deactivate Press Exit to quit this screen";

/** A activates call back on B, who talks to C. */
async function activate() {
  await c().dials("2002");
  await b().answers();
  expect(await a().dials("2002")).toMatchObject({ tone: "busy", callState: "Ring Out", hook: "off" });
  return a().presses("CallBack");
}

describe("call back through the API", () => {
  test("a key that does nothing is answered by a process that does not know the phone's line yet", async () => {
    const numbers = await cluster.context.database.prisma.directoryNumber.findMany();
    for (const { id } of numbers) cluster.runtime.rowCache.invalidate("lines", id);
    expect(await a().hangsUp()).toMatchObject({ hook: "on", tone: "none" });
  });

  test("[OV-01][OV-03] from busy tone to a call that is answered", async () => {
    const display = await activate();
    expect(display).toMatchObject({ hook: "on", tone: "none", calls: [], callState: "On Hook" });
    expect(screenText(display)).toBe(activated);
    expect(display.screen).toMatchObject({
      kind: "callBackActivated",
      title: "CallBack",
      softkeys: ["Cancel", "Exit"],
    });
    const [request] = await cluster.requests("?where=state:isExactly:active");
    expect(request).toMatchObject({
      originator: { phone: a().name, directoryNumber: "2001" },
      ...{ target: "2002", mode: "busy", state: "active", reason: null },
      timers: [{ kind: "T2", dueAt: expect.stringMatching(/Z$/) }],
    });
    await b().hangsUp();
    expect(await a().display()).toMatchObject({ tone: "callBack", screen: { kind: "callBackAvailable" } });
    expect(await a().presses("Dial")).toMatchObject({
      tone: "ringback",
      calls: [{ party: "2002", line: 1 }],
    });
    expect(await b().display()).toMatchObject({
      tone: "ringing",
      calls: [{ direction: "incoming", party: "2001" }],
    });
    expect(await b().answers()).toMatchObject({ callState: "Connected" });
    const ended = await cluster.get(`/call-back/requests?where=id:isExactly:${request?.id}`);
    expect(ended.items).toMatchObject([{ state: "ended", reason: "completed", timers: [] }]);
    const trace = await cluster.trace(request?.id ?? "");
    expect(trace.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["7", "11", "16", "21"]));
    const decisions = trace.map(({ rule, name, transition }) => ({ rule, name, transition }));
    expect(decisions).toContainEqual({
      ...{ rule: "16", name: "dialled" },
      transition: { from: "ready, readyLate", on: "Dial", to: "calling" },
    });
    expect(decisions).toContainEqual({ rule: "rings", name: "rings", transition: null });
  });

  test("decisions are stored under the numbers of their rows, and one of an older version has its own word as name", async () => {
    const { prisma } = cluster.context.database;
    await a().dials("9999");
    await a().presses("CallBack");
    const stored = await prisma.callDecision.findFirstOrThrow({ where: { rule: "4" } });
    await prisma.callDecision.update({ where: { id: stored.id }, data: { rule: "oldRule" } });
    const old = await cluster.get("/call-back/decisions?where=rule:isExactly:oldRule");
    expect(old.items).toMatchObject([{ rule: "oldRule", name: "oldRule", transition: null }]);
  });

  test("[IN-02] T3 expires on its time, and not before", async () => {
    await activate();
    await b().hangsUp();
    await cluster.wait(19);
    expect(await cluster.requests("?where=state:isExactly:ready")).toHaveLength(1);
    await cluster.wait(1);
    expect(await cluster.requests("?where=state:isExactly:readyLate")).toHaveLength(1);
    expect(await a().display()).toMatchObject({ tone: "none", screen: { kind: "callBackAvailable" } });
    await a().presses("Cancel");
    expect(await cluster.requests("?where=state:isExactly:readyLate")).toEqual([]);
  });

  test("[OV-04] B does not answer and forwards to a busy number: nobody is told before B was used", async () => {
    await cluster.change("/directory-numbers/2002", { forward: { noAnswer: { destination: "2003" } } });
    await c().answers();
    await a().dials("2002");
    await cluster.wait(12);
    expect(await a().display()).toMatchObject({ tone: "busy" });
    await a().presses("CallBack");
    const waiting = async () =>
      (await cluster.requests("?where=state:isExactly:active")).map(({ mode }) => mode);
    expect(await waiting()).toEqual(["noReply"]);
    await c().hangsUp();
    expect(await waiting()).toEqual(["noReply"]);
    await b().answers();
    await b().hangsUp();
    expect(await a().display()).toMatchObject({ tone: "callBack", screen: { kind: "callBackAvailable" } });
    await a().presses("Cancel");
    await cluster.change("/directory-numbers/2002", { forward: { noAnswer: { destination: null } } });
  });

  test("[TS-03] pressing CallBack on the idle phone says that nothing is active", async () => {
    expect(screenText(await a().presses("CallBack"))).toBe(
      "CallBack is not active. Press Exit to quit this screen.",
    );
    expect((await a().presses("Exit")).screen).toBeNull();
  });

  test("[TS-06] CallBack is no key in a call that neither rings nor is busy", async () => {
    expect((await a().answers()).callState).toBe("Off Hook");
    expect(await a().presses("CallBack")).toMatchObject({ prompt: "Key Not Active", tone: "dial" });
  });

  test("[TS-05] an unknown number cannot be called back; once it is added a new try works", async () => {
    await a().dials("2999");
    const refused = await a().presses("CallBack");
    expect(screenText(refused)).toBe("CallBack cannot be activated for 2999.");
    await a().hangsUp();
    await cluster.send("POST", "/directory-numbers", { pattern: "2999" });
    await a().dials("2999");
    expect((await a().presses("CallBack")).screen?.kind).toBe("callBackActivated");
  });

  test("[TS-01] unplugging the phone ends its request; a phone that is not there takes no key", async () => {
    await activate();
    expect(await a().does({ action: "unplug" })).toMatchObject({
      registration: "unregistered",
      screen: null,
      softkeys: [],
    });
    expect(await cluster.requests("?where=reason:isExactly:originatorReset")).toHaveLength(1);
    const { status, body } = await cluster.call("POST", `${a().path}/actions`, { action: "offHook" });
    expect([status, body.code]).toEqual([409, "phoneNotRegistered"]);
    await a().does({ action: "plugIn" });
    await cluster.wait(2);
    expect(screenText(await a().presses("CallBack"))).toMatch(/^CallBack is not active/);
  });

  test("[IN-06] Do Not Disturb and Forward All set on the phone are saved, with history, and hold at once", async () => {
    await b().does({ action: "setDnd", status: true, option: "Call Reject" });
    expect(await cluster.get(b().path)).toMatchObject({
      dnd: { status: true, option: "Call Reject" },
      version: 2,
    });
    expect(await a().dials("2002")).toMatchObject({ tone: "fastBusy" });
    await a().hangsUp();
    await b().does({ action: "setDnd", status: false, option: "Call Reject" });
    await b().does({ action: "setForwardAll", destination: "2004", voiceMail: false, line: 1 });
    expect(await cluster.get("/directory-numbers/2002")).toMatchObject({
      forward: { all: { destination: "2004" } },
    });
    await a().dials("2002");
    expect(await cluster.phone("2004").display()).toMatchObject({ tone: "ringing" });
    await b().does({ action: "setForwardAll", destination: null });
  });

  test("a phone in a call is not reset before the call has ended", async () => {
    await a().dials("2002");
    await b().answers();
    await cluster.send("POST", `${b().path}/reset`);
    await cluster.wait(1);
    expect(await b().display()).toMatchObject({ registration: "registered", callState: "Connected" });
    await a().hangsUp();
    expect(await b().display()).toMatchObject({ registration: "unregistered" });
    await cluster.wait(6);
    expect(await b().display()).toMatchObject({ registration: "registered" });
  });
});
