import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { TrunkMessageMode } from "@/lib/contract/simulation";
import { releaseLinks } from "@/lib/server/db/call/link";
import { inTransaction } from "@/lib/server/db/transaction";
import { type PhonesInUse, phonesInUse, screenText } from "@/lib/server/testing/phones-in-use";
import { testApi } from "@/lib/server/testing/test-api";
import { testRuntime } from "@/lib/server/testing/test-runtime";

let cluster: PhonesInUse;
beforeAll(async () => {
  cluster = await phonesInUse(["2001", "2002"]);
  const directoryNumbers = [{ pattern: "5001" }, { pattern: "5002" }];
  await cluster.send("POST", "/remote-clusters", { name: "Busan", directoryNumbers });
  await cluster.send("POST", "/trunks", { name: "To Busan", type: "sipQsig", remoteCluster: "Busan" });
  await cluster.send("POST", "/route-patterns", { pattern: "5XXX", trunk: "To Busan" });
});
afterAll(() => cluster.close());

const a = () => cluster.phone("2001");
const b = () => cluster.phone("Busan:5001");

async function messages(mode: TrunkMessageMode) {
  return cluster.send("POST", "/simulation/trunk-messages", { remoteCluster: "busan", mode });
}

async function latest() {
  const [request] = await cluster.requests();
  return request;
}

async function rules() {
  return (await cluster.trace((await latest())?.id ?? "")).map(({ rule }) => rule);
}

/** A hears that B is busy; nothing of an earlier test is left, and its requests are older. */
beforeEach(async () => {
  await cluster.wait(1);
  await messages("up");
  for (const request of await cluster.requests("?where=state:isExactly:active"))
    await cluster.send("DELETE", `/call-back/requests/${encodeURIComponent(request.id)}`);
  await a().hangsUp();
  await b().hangsUp();
  await b().answers();
  await a().dials("5001");
});

describe("with the manual clock", () => {
  test("[OV-02] a phone action answers after everything between clusters that is due at its instant", async () => {
    await a().hangsUp();
    expect(await a().dials("5001")).toMatchObject({ tone: "busy", callState: "Ring Out" });
    expect(screenText(await a().presses("CallBack"))).toMatch(/^CallBack is activated on 5001/);
    expect(await latest()).toMatchObject({ state: "active" });
    await b().hangsUp();
    expect(await a().display()).toMatchObject({ tone: "callBack", screen: { kind: "callBackAvailable" } });
    await a().presses("Dial");
    expect((await b().answers()).callState).toBe("Connected");
    expect(await latest()).toMatchObject({ state: "ended", reason: "completed" });
  });

  test("[OV-02] messages that are held wait, until they are delivered in their order", async () => {
    expect(await messages("hold")).toEqual({ remoteCluster: "Busan", mode: "hold", waiting: 0 });
    await a().presses("CallBack");
    expect(await latest()).toMatchObject({ state: "requested", timers: [{ kind: "T1" }] });
    expect(await messages("hold")).toMatchObject({ waiting: 2 });
    expect(await messages("deliver")).toMatchObject({ waiting: 0 });
    expect(await latest()).toMatchObject({ state: "active" });
  });

  test("[OV-02] without an answer T1 ends the request (row 10); an accept that comes later is cancelled (row 32)", async () => {
    await messages("hold");
    await a().presses("CallBack");
    await cluster.wait(10);
    expect(await latest()).toMatchObject({ state: "ended", reason: "linkLost" });
    expect(screenText(await a().display())).toBe("CallBack cannot be activated for 5001.");
    await messages("reverse");
    expect(await rules()).toEqual(expect.arrayContaining(["10", "32"]));
    expect(await latest()).toMatchObject({ state: "ended", reason: "linkLost" });
  });

  test("[OV-02] in reverse a notice that B is free overtakes the accept and counts as it (row 10b)", async () => {
    await messages("hold");
    await a().presses("CallBack");
    await b().hangsUp();
    await messages("reverse");
    expect(await rules()).toEqual(expect.arrayContaining(["10b", "11"]));
    expect(await latest()).toMatchObject({ state: "ready" });
    await a().presses("Cancel");
  });

  test("[OV-02] lost messages never arrive, those that waited neither", async () => {
    await messages("hold");
    await a().presses("CallBack");
    await messages("lose");
    await messages("deliver");
    expect(await latest()).toMatchObject({ state: "requested" });
    await cluster.wait(10);
    expect(await latest()).toMatchObject({ state: "ended", reason: "linkLost" });
  });

  test("[OV-02] a link that is down ends every request over it (row 31), and calls find a way when it is up", async () => {
    await a().presses("CallBack");
    await b().hangsUp();
    await cluster.phone("2002").answers();
    await b().dials("2002");
    await b().presses("CallBack");
    await messages("down");
    const ended = { state: "ended", reason: "linkLost" };
    expect(await cluster.requests("?limit=1&where=phone:isExactly:Busan:5001")).toMatchObject([ended]);
    expect(await cluster.requests(`?limit=1&where=phone:isExactly:${a().name}`)).toMatchObject([ended]);
    expect(await a().dials("5001")).toMatchObject({ tone: "reorder" });
    await a().hangsUp();
    expect(await b().dials("2002")).toMatchObject({ tone: "reorder" });
    await b().hangsUp();
    await messages("up");
    expect(await a().dials("5001")).toMatchObject({ tone: "ringback" });
    await cluster.phone("2002").hangsUp();
  });

  test("a cluster that does not exist is refused", async () => {
    const body = { remoteCluster: "Atlantis", mode: "hold" };
    expect(await cluster.call("POST", "/simulation/trunk-messages", body)).toMatchObject({
      status: 422,
      body: { data: { problems: [{ path: ["remoteCluster"], code: "unknownReference" }] } },
    });
  });
});

describe("with a clock that goes by itself", () => {
  test("messages cannot be held, and those that were are sent", async () => {
    const { context } = cluster;
    await messages("hold");
    await a().presses("CallBack");
    await inTransaction(context.database, (transaction) => releaseLinks(transaction, context.now()));
    const real = await testApi(context, testRuntime(context));
    const body = { remoteCluster: "Busan", mode: "hold" };
    expect(await real("POST", "/simulation/trunk-messages", body)).toMatchObject({
      status: 409,
      body: { code: "clockNotManual" },
    });
    await testApi(context, cluster.runtime);
    await cluster.wait(0);
    expect(await latest()).toMatchObject({ state: "active" });
  });
});
