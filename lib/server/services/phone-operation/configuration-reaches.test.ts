import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { EngineEvent } from "@/lib/callback/state/events";
import { type PhonesInUse, phonesInUse } from "@/lib/server/testing/phones-in-use";

let cluster: PhonesInUse;
beforeAll(async () => {
  cluster = await phonesInUse(["2001", "2002", "2003", "2004"]);
  const directoryNumbers = [{ pattern: "5001" }, { pattern: "5002" }];
  await cluster.send("POST", "/remote-clusters", { name: "Busan", directoryNumbers });
  await cluster.send("POST", "/remote-clusters", { name: "Daegu" });
  await cluster.send("POST", "/trunks", { name: "To Busan", type: "sipQsig", remoteCluster: "Busan" });
  await cluster.send("POST", "/route-patterns", { pattern: "5XXX", trunk: "To Busan" });
});
afterAll(() => cluster.close());

const a = () => cluster.phone("2001");
const b = () => cluster.phone("Busan:5001");
const inUse = ["2001", "2002", "2003", "2004", "Busan:5001", "Busan:5002"];

async function parameter(name: string, value: string | number) {
  await cluster.change(`/service-parameters/${encodeURIComponent(name)}`, { value });
}

async function latest(phone = a().name) {
  const [request] = await cluster.requests(`?limit=1&where=phone:isExactly:${phone}`);
  return request;
}

async function rules(phone = a().name) {
  return (await cluster.trace((await latest(phone))?.id ?? "")).map(({ rule }) => rule);
}

/** Everybody is idle, and no request is left. */
beforeEach(async () => {
  await cluster.wait(1);
  for (const request of await cluster.requests("?limit=100"))
    if (request.state !== "ended")
      await cluster.send("DELETE", `/call-back/requests/${encodeURIComponent(request.id)}`);
  for (const number of inUse) await cluster.phone(number).hangsUp();
});

/** A asks for B, who is in use; also the other way. */
async function bothAsk() {
  await b().answers();
  await a().dials("5001");
  await a().presses("CallBack");
  await cluster.phone("2002").answers();
  await cluster.phone("Busan:5002").dials("2002");
  await cluster.phone("Busan:5002").presses("CallBack");
  expect(await latest()).toMatchObject({ state: "active" });
  expect(await latest("Busan:5002")).toMatchObject({ state: "active" });
}

async function servedRows() {
  return cluster.context.database.prisma.callEntity.count({ where: { kind: "served" } });
}

describe("the calling search space of a phone", () => {
  const tone = async (number: string, digits: string) => {
    await cluster.phone(number).dials(digits);
    const { tone: heard } = await cluster.phone(number).display();
    await cluster.phone(number).hangsUp();
    return heard;
  };

  test("[TS-05] its calls reach what is in it from the next one on, without Apply Config, and those of other phones do not; in use it is not deleted", async () => {
    await cluster.send("POST", "/partitions", { name: "Abroad" });
    await cluster.send("POST", "/calling-search-spaces", { name: "Managers", partitions: ["Abroad"] });
    const pattern = { pattern: "50XX", partition: "Abroad", trunk: "To Busan" };
    await cluster.send("DELETE", "/route-patterns/5XXX");
    await cluster.send("POST", "/route-patterns", pattern);
    expect(await tone("2001", "5002")).toBe("reorder");
    await cluster.change(a().path, { callingSearchSpace: "managers" });
    expect(await cluster.get(a().path)).toMatchObject({ callingSearchSpace: "Managers" });
    expect(await tone("2001", "5002")).toBe("ringback");
    expect(await tone("2002", "5002")).toBe("reorder");
    await cluster.send("PATCH", "/calling-search-spaces/Managers", { name: "Staff abroad", version: 1 });
    expect(await tone("2001", "5002")).toBe("ringback");
    const used = await cluster.get("/calling-search-spaces/Staff%20abroad/dependencies");
    expect(used).toMatchObject({ items: [{ kind: "phone", name: a().name }] });
    await cluster.change(a().path, { callingSearchSpace: null });
    expect(await tone("2001", "5002")).toBe("reorder");
    await cluster.send("DELETE", "/route-patterns/50XX?partition=Abroad");
    await cluster.send("DELETE", "/calling-search-spaces/Staff%20abroad");
    await cluster.send("POST", "/route-patterns", { pattern: "5XXX", trunk: "To Busan" });
  });
});

describe("a way to another cluster that the configuration takes (row 31b)", () => {
  const ended = { state: "ended", reason: "linkLost" };

  test("[OV-02] a trunk made plain SIP ends the requests of both sides; its revision restored, they can ask again", async () => {
    await bothAsk();
    await cluster.change("/trunks/To%20Busan", { type: "sip" });
    expect(await latest()).toMatchObject(ended);
    expect(await latest("Busan:5002")).toMatchObject(ended);
    expect(await servedRows()).toBe(0);
    expect(await rules()).toContain("31b");
    expect((await a().display()).screen).toBeNull();
    await cluster.send("POST", "/trunks/To%20Busan/revisions/1/restore");
    await a().dials("5001");
    await a().presses("CallBack");
    expect(await latest()).toMatchObject({ state: "active" });
  });

  test("[OV-02] a route pattern deleted in bulk ends the requests that it led, and no others", async () => {
    await bothAsk();
    const where = ["pattern:isExactly:5XXX"];
    await cluster.send("POST", "/bulk/route-patterns/delete", { where });
    await cluster.wait(1);
    expect(await latest()).toMatchObject(ended);
    expect(await latest("Busan:5002")).toMatchObject({ state: "active" });
    await cluster.send("POST", "/route-patterns", { pattern: "5XXX", trunk: "To Busan" });
  });

  test("[OV-02] while another trunk with QSIG has a pattern, a request goes on; a trunk keeps its calls when it is renamed", async () => {
    await bothAsk();
    await cluster.send("POST", "/trunks", { name: "Second", type: "priQsig", remoteCluster: "Busan" });
    await cluster.send("POST", "/route-patterns", { pattern: "50XX", trunk: "Second" });
    await cluster.send("DELETE", "/route-patterns/5XXX");
    await cluster.send("DELETE", "/trunks/To%20Busan");
    expect(await latest()).toMatchObject({ state: "active" });
    expect(await latest("Busan:5002")).toMatchObject({ state: "active" });
    await b().hangsUp();
    expect(await latest()).toMatchObject({ state: "ready" });
    await a().presses("Dial");
    await b().answers();
    await cluster.change("/trunks/Second", { name: "To Busan" });
    expect(await a().display()).toMatchObject({ callState: "Connected" });
    await cluster.change("/trunks/To%20Busan", { remoteCluster: "Daegu" });
    expect(await a().display()).toMatchObject({ hook: "on", calls: [] });
    expect(await b().display()).toMatchObject({ hook: "on", calls: [] });
    await cluster.change("/trunks/To%20Busan", { remoteCluster: "Busan", type: "sipQsig" });
    await cluster.change("/route-patterns/50XX", { pattern: "5XXX" });
  });

  test("[OV-02] a number taken from its cluster is a phone removed; a cluster deleted leaves nothing behind", async () => {
    await bothAsk();
    await cluster.change("/remote-clusters/Busan", { directoryNumbers: [{ pattern: "5001" }] });
    expect(await latest("Busan:5002")).toMatchObject({ state: "ended", reason: "originatorRemoved" });
    await cluster.send("DELETE", "/route-patterns/5XXX");
    await cluster.send("DELETE", "/trunks/To%20Busan");
    await cluster.send("DELETE", "/remote-clusters/Busan");
    expect(await latest()).toMatchObject(ended);
    const { prisma } = cluster.context.database;
    expect(await prisma.callEntity.count({ where: { cluster: "Busan" } })).toBe(0);
    expect(await prisma.callTimer.count({ where: { cluster: "Busan" } })).toBe(0);
    const directoryNumbers = [{ pattern: "5001" }, { pattern: "5002" }];
    await cluster.send("POST", "/remote-clusters", { name: "Busan", directoryNumbers });
    await cluster.send("POST", "/trunks", { name: "To Busan", type: "sipQsig", remoteCluster: "Busan" });
    await cluster.send("POST", "/route-patterns", { pattern: "5XXX", trunk: "To Busan" });
    expect(await b().display()).toMatchObject({ hook: "on", calls: [] });
  });

  test("[OV-02] a new name of a cluster is another cluster: requests to the old one end", async () => {
    await bothAsk();
    await cluster.change("/remote-clusters/Busan", { name: "Pusan" });
    expect(await latest()).toMatchObject(ended);
    expect(await latest("Busan:5002")).toMatchObject({ state: "ended" });
    await cluster.change("/remote-clusters/Pusan", { name: "Busan" });
  });

  test("however many it concerns, one step judges at most 500", async () => {
    const { prisma } = cluster.context.database;
    const [before] = await prisma.callEvent.findMany({ orderBy: { place: "desc" }, take: 1 });
    const value = { cluster: "Gone", watched: "", digits: "", state: "waiting", heard: 0, sent: 0 };
    const data = Array.from({ length: 1_200 }, (_, index) => {
      const id = `served:Gone/${index}`;
      return {
        cluster: "",
        kind: "served",
        key: id,
        value: { ...value, id, request: `${index}` },
        version: 1n,
      };
    });
    await prisma.callEntity.createMany({ data });
    await cluster.change("/trunks/To%20Busan", { throughCube: true });
    expect(await servedRows()).toBe(0);
    const events = await prisma.callEvent.findMany({
      where: { place: { gt: before?.place ?? 0n }, cluster: "" },
    });
    const judged = events
      .map(({ event }) => event as unknown as EngineEvent)
      .flatMap((event) => (event.kind === "configured" ? [event.judged?.served.length ?? 0] : []));
    expect(judged.sort()).toEqual([200, 500, 500]);
    await cluster.change("/trunks/To%20Busan", { throughCube: false });
  });
});

describe("a CTI route point that forwards elsewhere (row 31c)", () => {
  beforeAll(async () => {
    await cluster.send("POST", "/cti-route-points", {
      name: "Inner",
      directoryNumber: "3001",
      forwardTo: "2002",
    });
    await cluster.send("POST", "/cti-route-points", {
      name: "Outer",
      directoryNumber: "3000",
      forwardTo: "3001",
    });
  });

  test("[PR-07] also one further along: the new phone is watched, and Dial rings it", async () => {
    await cluster.phone("2002").answers();
    await cluster.phone("2003").answers();
    await a().dials("3000");
    await a().presses("CallBack");
    await cluster.change("/cti-route-points/Inner", { forwardTo: "2003" });
    await cluster.phone("2002").hangsUp();
    expect(await latest()).toMatchObject({ state: "active" });
    await cluster.phone("2003").hangsUp();
    expect(await latest()).toMatchObject({ state: "ready" });
    expect(await rules()).toContain("31c");
    await a().presses("Dial");
    expect(await cluster.phone("2003").display()).toMatchObject({ tone: "ringing" });
    await cluster.change("/cti-route-points/Inner", { forwardTo: "2002" });
  });

  test.each([
    ["nothing", "", "routePointToNothing"],
    ["an unknown number", "9999", "routePointToUnknownNumber"],
    ["a circle", "3000", "routePointInCircle"],
    ["another cluster", "5001", "routePointOverTrunk"],
  ])(
    "[PR-07] to %s: nobody is watched, and a new request is refused for that reason",
    async (_, forwardTo, refusal) => {
      await cluster.phone("2002").answers();
      await a().dials("3000");
      await a().presses("CallBack");
      await cluster.change("/cti-route-points/Inner", { forwardTo });
      await cluster.phone("2002").hangsUp();
      expect(await latest()).toMatchObject({ state: "active" });
      const c = cluster.phone("2003");
      await c.dials("3000");
      expect((await c.presses("CallBack")).screen?.kind).toBe("callBackCannotActivate");
      const log = await cluster.get(
        `/call-back/decisions?where=phone:isExactly:${c.name}&where=rule:isExactly:4&limit=1`,
      );
      expect(log.items).toMatchObject([
        { inputs: { refusal }, requirements: expect.arrayContaining(["PR-07"]) },
      ]);
      await cluster.change("/cti-route-points/Inner", { forwardTo: "2002" });
      expect(await latest()).toMatchObject({ state: "ready" });
    },
  );
});

test("[PR-07] of several route points with one number the first by name leads its calls, and who waits follows it", async () => {
  const names = ["Delta", "alpha", "Echo", "Bravo", "Charlie"];
  for (const name of names) {
    const forwardTo = name === "alpha" ? "2002" : name === "Bravo" ? "2003" : "2004";
    await cluster.send("POST", "/cti-route-points", { name, directoryNumber: "3900", forwardTo });
  }
  await cluster.phone("2002").answers();
  await cluster.phone("2003").answers();
  await a().dials("3900");
  await a().presses("CallBack");
  await cluster.change("/cti-route-points/alpha", { name: "Zulu" });
  await cluster.phone("2002").hangsUp();
  expect(await latest()).toMatchObject({ state: "active" });
  await cluster.phone("2003").hangsUp();
  expect(await latest()).toMatchObject({ state: "ready" });
  await a().presses("Dial");
  expect(await cluster.phone("2003").display()).toMatchObject({ callState: "Ring In" });
  for (const name of ["Delta", "Zulu", "Echo", "Bravo", "Charlie"])
    await cluster.send("DELETE", `/cti-route-points/${name}`);
});

describe("how it is selected who is told (row 31d)", () => {
  async function threeAsk() {
    const callers = ["2001", "2003", "2004"];
    await cluster.phone("2002").answers();
    for (const number of callers) {
      await cluster.phone(number).dials("2002");
      await cluster.phone(number).presses("CallBack");
      await cluster.wait(1);
    }
    return async () =>
      Promise.all(callers.map(async (number) => (await latest(cluster.phone(number).name))?.state));
  }

  test("[OV-01] another policy holds at once, for those who were told already", async () => {
    const states = await threeAsk();
    await cluster.phone("2002").hangsUp();
    expect(await states()).toEqual(["ready", "ready", "ready"]);
    await parameter("Callback Selection Policy", "oneAtATime");
    expect(await states()).toEqual(["ready", "active", "active"]);
    await parameter("Callback Selection Policy", "notifyAll");
    expect(await states()).toEqual(["ready", "ready", "ready"]);
  });

  test("[OV-01] a guard time that runs restarts with the new value, ends with 0, and is shown with the request", async () => {
    await parameter("Callback Guard Time", 15);
    const states = await threeAsk();
    await cluster.phone("2002").hangsUp();
    const timers = (await latest())?.timers ?? [];
    expect(timers.map(({ kind }) => kind).sort()).toEqual(["T2", "guard"]);
    await cluster.wait(10);
    await parameter("Callback Guard Time", 8);
    await cluster.wait(7);
    expect(await states()).toEqual(["active", "active", "active"]);
    await parameter("Callback Guard Time", 0);
    expect(await states()).toEqual(["ready", "ready", "ready"]);
  });
});
