import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PhonesInUse, phonesInUse } from "@/lib/server/testing/phones-in-use";

let cluster: PhonesInUse;
beforeAll(async () => {
  cluster = await phonesInUse(["2001", "2002", "2003", "2004", "2005", "2006", "2007", "2008"]);
});
afterAll(() => cluster.close());

async function latest(phone: string) {
  const [request] = await cluster.requests(`?limit=1&where=phone:isExactly:${phone}`);
  return request;
}

/** What the engine keeps of phones with these names. */
async function kept(...names: string[]) {
  const { prisma } = cluster.context.database;
  const timers = await prisma.callTimer.count({ where: { owner: { in: names } } });
  return timers + (await prisma.callEntity.count({ where: { kind: "phones", key: { in: names } } }));
}

async function registration(name: string) {
  return (await cluster.get(`/phones/${name}`)).registration;
}

describe("a phone that is renamed is another phone: the old one goes away as if it were deleted", () => {
  test("[IN-09] its call ends for both, and it can be used under its new name once it has registered", async () => {
    const [a, b] = [cluster.phone("2001"), cluster.phone("2002")];
    await a.dials("2002");
    await b.answers();
    await cluster.change(a.path, { name: "SEP0000000021AA" });
    expect(await b.display()).toMatchObject({ calls: [], hook: "on" });
    expect(await kept(a.name)).toBe(0);
    expect(await registration("SEP0000000021AA")).toBe("unregistered");
    expect(await cluster.call("GET", `${a.path}/display`)).toMatchObject({ status: 404 });
    await cluster.wait(2);
    expect(await registration("SEP0000000021AA")).toBe("registered");
    await b.dials("2001");
    const renamed = "/phones/SEP0000000021AA";
    await cluster.send("POST", `${renamed}/actions`, { action: "offHook" });
    expect(await b.display()).toMatchObject({ callState: "Connected" });
    await b.hangsUp();
    const { isPending } = await cluster.get(`${renamed}/device`);
    expect(isPending ?? false).toBe(false);
    await cluster.change(renamed, { name: a.name });
    await cluster.wait(2);
    await a.dials("2002");
    expect(await b.display()).toMatchObject({ callState: "Ring In" });
    await a.hangsUp();
    expect(await a.display()).toMatchObject({ calls: [], hook: "on" });
  });

  test("[TS-01] its own request ends at once, whatever state it is in, and nothing is kept under the old name", async () => {
    const [a, b] = [cluster.phone("2003"), cluster.phone("2004")];
    await b.answers();
    await a.dials("2004");
    await a.presses("CallBack");
    await b.hangsUp();
    expect(await latest(a.name)).toMatchObject({ state: "ready" });
    await cluster.change(a.path, { name: "SEP0000000023AA" });
    expect(await latest(a.name)).toMatchObject({ state: "ended", reason: "originatorRemoved" });
    expect(await kept(a.name)).toBe(0);
    const { prisma } = cluster.context.database;
    expect(await prisma.callEntity.count({ where: { kind: { in: ["waiters", "watches"] } } })).toBe(0);
    await cluster.wait(2);
    await b.answers();
    await cluster.send("POST", "/phones/SEP0000000023AA/actions", { action: "dial", digits: "2004" });
    const press = { action: "pressSoftkey", softkey: "CallBack" };
    await cluster.send("POST", "/phones/SEP0000000023AA/actions", press);
    await b.hangsUp();
    expect(await latest("SEP0000000023AA")).toMatchObject({ state: "ready" });
    await cluster.send("DELETE", "/phones/SEP0000000023AA");
  });

  test("[IN-09] who waits for its number goes on waiting, and is told when it has come back after its use", async () => {
    const [a, b] = [cluster.phone("2005"), cluster.phone("2006")];
    await b.answers();
    await a.dials("2006");
    await a.presses("CallBack");
    await cluster.change(b.path, { name: "SEP0000000026AA" });
    expect(await latest(a.name)).toMatchObject({ state: "active" });
    const rules = (await cluster.trace((await latest(a.name))?.id ?? "")).map(({ rule }) => rule);
    expect(rules).toContain("23b");
    await cluster.wait(2);
    const press = { action: "offHook" };
    if ((await latest(a.name))?.state === "active") {
      await cluster.send("POST", "/phones/SEP0000000026AA/actions", press);
      await cluster.send("POST", "/phones/SEP0000000026AA/actions", { action: "onHook" });
    }
    expect(await latest(a.name)).toMatchObject({ state: "ready" });
    await a.presses("Dial");
    await cluster.send("POST", "/phones/SEP0000000026AA/actions", press);
    expect(await latest(a.name)).toMatchObject({ state: "ended", reason: "completed" });
    await a.hangsUp();
  });

  test("what waited for the end of its call is done when it registers; a phone that is unplugged stays so", async () => {
    const [a, b] = [cluster.phone("2007"), cluster.phone("2008")];
    await a.dials("2008");
    await b.answers();
    const { jobId } = await cluster.send("POST", `${a.path}/restart`);
    await cluster.wait(1);
    expect(await a.display()).toMatchObject({ callState: "Connected" });
    const renamed = "SEP0000000027AA";
    await cluster.change(a.path, { name: renamed, dnd: { status: true, option: "Call Reject" } });
    await cluster.wait(5);
    expect(await cluster.get(`/jobs/${jobId}`)).toMatchObject({ state: "done" });
    expect(await registration(renamed)).toBe("registered");
    await b.dials("2007");
    expect(await b.display()).toMatchObject({ tone: "fastBusy" });
    await b.hangsUp();
    await cluster.send("POST", `/phones/${renamed}/actions`, { action: "unplug" });
    await cluster.change(`/phones/${renamed}`, { name: a.name });
    await cluster.wait(5);
    expect(await registration(a.name)).toBe("unregistered");
    await a.does({ action: "plugIn" });
    await cluster.wait(2);
    expect(await registration(a.name)).toBe("registered");
    await a.does({ action: "setDnd", status: false, option: "Call Reject" });
  });
});

describe("a number that is renamed", () => {
  test("[IN-09] who waits for its digits waits for whom they call now, and for nobody while they call nobody", async () => {
    const [a, b] = [cluster.phone("2005"), cluster.phone("2002")];
    await b.answers();
    await a.dials("2002");
    await a.presses("CallBack");
    await cluster.change("/directory-numbers/2002", { pattern: "2902" });
    await b.hangsUp();
    expect(await latest(a.name)).toMatchObject({ state: "active" });
    await cluster.change("/directory-numbers/2902", { pattern: "2002" });
    expect(await latest(a.name)).toMatchObject({ state: "ready" });
    await a.presses("Cancel");
    await b.answers();
    await a.dials("2002");
    await a.presses("CallBack");
    await cluster.change("/directory-numbers/2002", { pattern: "2902" });
    await cluster.phone("2007").answers();
    await cluster.change("/directory-numbers/2007", { pattern: "2002" });
    await b.hangsUp();
    expect(await latest(a.name)).toMatchObject({ state: "active" });
    await cluster.phone("2007").hangsUp();
    expect(await latest(a.name)).toMatchObject({ state: "ready" });
    await a.presses("Dial");
    expect(await cluster.phone("2007").display()).toMatchObject({ callState: "Ring In" });
    await a.hangsUp();
  });
});
