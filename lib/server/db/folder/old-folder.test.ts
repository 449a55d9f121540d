import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extract } from "tar";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { knownMigrations } from "@/lib/server/db/migrate";
import { openDatabase } from "@/lib/server/db/open";
import { readSetting } from "@/lib/server/db/setting";
import { notifyServerStarted } from "@/lib/server/runtime/calls/notify-server-started";
import { subscribeToChanges } from "@/lib/server/services/phone-operation/subscribe-to-changes";
import { type PhonesInUse, phonesOf, screenText } from "@/lib/server/testing/phones-in-use";
import { testContext } from "@/lib/server/testing/test-context";

// Who wrote the folder and what goes on in it is told in the README beside it.
const archive = join("lib", "server", "testing", "old-folder", "data-folder.tar.zst");

let folder: string;
let cluster: PhonesInUse;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ringback-old-"));
  await extract({ file: archive, cwd: folder });
  const database = await openDatabase({ dataDir: folder, durability: "relaxed" });
  const stoodAt = await readSetting(database.prisma, "manualClock");
  cluster = await phonesOf(await testContext(database), new Date(String(stoodAt)));
  await notifyServerStarted(cluster.runtime);
}, 120_000);
afterAll(async () => {
  await cluster.close();
  rmSync(folder, { recursive: true, force: true });
});

/** One of the desks of the demonstration cluster, by its place. */
const desk = (place: number) => cluster.phone(`00005E${String(place).padStart(6, "0")}`);

/** What all requests are, by who asked for whom. */
async function states(): Promise<Record<string, string>> {
  const requests = await cluster.requests("?sort=createdAt");
  return Object.fromEntries(
    requests.map(({ originator, target, state }) => [`${originator.directoryNumber} for ${target}`, state]),
  );
}

/** What waits, and until when. */
async function timers(): Promise<Record<string, string>> {
  const requests = await cluster.requests();
  return Object.fromEntries(
    requests.flatMap(({ target, timers: own }) =>
      own.map(({ kind, dueAt }) => [`${kind} for ${target}`, dueAt.slice(11, 19)]),
    ),
  );
}

/** The softkeys of a template, as they are stored and as its newest revision has them. */
async function softkeysOf(name: string) {
  const path = `/softkey-templates/${encodeURIComponent(name)}`;
  const stored = (await cluster.get(path)) as { version: number; callStates: Record<string, string[]> };
  const { content } = (await cluster.get(`${path}/revisions/${stored.version}`)) as { content: object };
  return { stored: stored.callStates, recorded: (content as { callStates: unknown }).callStates };
}

// One story: each part goes on where the one before it has ended.
describe("a data folder of an older version, written while much went on, is started by this one:", () => {
  test("it gets all migrations", async () => {
    const applied = await cluster.context.database.prisma.$queryRaw<{ name: string }[]>`
      SELECT "migration_name" AS "name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL ORDER BY 1`;
    expect(applied.map(({ name }) => name)).toEqual(knownMigrations());
  });

  test("the configuration and its history are there", async () => {
    expect(await cluster.get("/phones?limit=1")).toMatchObject({ total: 30 });
    expect(await cluster.get(desk(4).path)).toMatchObject({
      description: "Sales, Park, moved",
      version: 2,
      lines: [{ directoryNumber: "2004" }, { directoryNumber: "2100" }],
    });
    expect(await cluster.get(`${desk(4).path}/revisions`)).toMatchObject({
      items: [
        { number: 2, by: "admin", reason: "Moved to the second floor" },
        { number: 1, by: "(system)" },
      ],
    });
  });

  test("[CL-01] what was changed is told as changes", async () => {
    const reason = encodeURIComponent("Moved to the second floor");
    const { items } = await cluster.get(`/changes?where=reason:isExactly:${reason}`);
    expect(items).toMatchObject([
      { kind: "save", by: "admin", total: 1, object: { kind: "phone", action: "changed" } },
    ]);
    const [{ id = "" } = {}] = items as { id: string }[];
    expect(await cluster.get(`/changes/${id}`)).toMatchObject({
      objects: { items: [{ after: { description: "Sales, Park, moved" } }] },
    });
  });

  test("a CTI route point is found by the number to which it forwards", async () => {
    expect(await cluster.get("/cti-route-points?where=forwardTo:isExactly:2001")).toMatchObject({
      items: [{ name: "Seoul Switchboard", forwardTo: "2001" }],
    });
  });

  test("the requests are what they were, their timers are due when they were, and what was decided is told", async () => {
    expect(await states()).toEqual({
      "2007 for 2009": "ended",
      "2001 for 2002": "active",
      "5003 for 2002": "active",
      "2007 for 2004": "active",
      "2005 for 5001": "active",
      "2011 for 7001": "requested",
      "2015 for 2016": "ready",
    });
    expect(await timers()).toEqual({
      "T2 for 2002": "09:00:11",
      "T2 for 2004": "11:00:13",
      "T2 for 5001": "09:00:14",
      "T1 for 7001": "08:00:25",
      "T2 for 2016": "09:00:15",
      "T3 for 2016": "08:00:35",
    });
    const [ended] = await cluster.requests("?where=state:isExactly:ended");
    expect(ended?.reason).toBe("completed");
    const trace = await cluster.trace(ended?.id ?? "");
    const steps = trace.flatMap(({ transition }) => (transition ? [transition.to] : []));
    expect(steps.slice(-3)).toEqual(["ready", "calling", "ended"]);
  });

  test("softkey templates have the softkeys of their newest revision in all twelve call states", async () => {
    for (const name of ["Standard User", "Call Back User"]) {
      const { stored, recorded } = await softkeysOf(name);
      expect(stored).toEqual(recorded);
      expect(Object.keys(stored)).toHaveLength(12);
    }
    expect((await softkeysOf("Call Back User")).stored["Ring Out"]).toContain("CallBack");
  });

  test("phones show and run what they did", async () => {
    expect(await desk(15).display()).toMatchObject({
      tone: "callBack",
      screen: { kind: "callBackAvailable", softkeys: ["Dial", "Cancel", "Exit"] },
    });
    expect(await desk(2).display()).toMatchObject({ callState: "Connected", calls: [{ party: "2003" }] });
    expect((await desk(1).display()).softkeys).toContain("CallBack");
  });

  test("a viewer who comes back is told what had changed since, once", async () => {
    const { context, runtime } = cluster;
    const left = new AbortController();
    const wanted = { topics: "request", phones: [] } as const;
    const changes = await subscribeToChanges(context, runtime, wanted, "0", left.signal);
    const states: unknown[] = [];
    for (let read = 0; read < 3; read++) {
      const { value } = await changes.next();
      states.push(value?.topic === "request" && [value.request.target, value.request.state]);
    }
    left.abort();
    expect(states).toEqual([
      ["2009", "active"],
      ["2009", "ready"],
      ["2009", "calling"],
    ]);
  });

  test("messages from another cluster that had not arrived arrive in their order, and a change of the configuration after them", async () => {
    await cluster.wait(0);
    expect(await desk(6).display()).toMatchObject({ tone: "ringing", calls: [{ party: "5002" }] });
    expect(await states()).toMatchObject({ "2005 for 5001": "ready" });
    const delivered = await cluster.context.database.prisma.$queryRaw<{ kind: string }[]>`
      SELECT coalesce("event" -> 'message' ->> 'kind', "event" ->> 'kind') AS "kind" FROM "CallEvent"
      WHERE "cluster" = '' ORDER BY "place" DESC LIMIT 4`;
    expect(delivered.map(({ kind }) => kind).reverse()).toEqual([
      "serverStarted",
      "remoteUserFree",
      "callSetup",
      "configured",
    ]);
  });

  test("messages that are held are held still, and delivered when they may be", async () => {
    const send = (mode: string) =>
      cluster.send("POST", "/simulation/trunk-messages", { remoteCluster: "Jeju", mode });
    expect(await send("hold")).toMatchObject({ waiting: 2 });
    expect(await send("deliver")).toMatchObject({ waiting: 0 });
    expect(await states()).toMatchObject({ "2011 for 7001": "active" });
  });

  test("the recall timer and the job end when they are due", async () => {
    await cluster.wait(30);
    expect((await desk(15).display()).tone).toBe("none");
    expect(await states()).toMatchObject({ "2015 for 2016": "readyLate" });
    expect((await cluster.get("/jobs")).items).toMatchObject([{ kind: "reset", state: "done", failed: 0 }]);
  });

  test("whoever waits is told that the number is free, by the changed guard time, and is called back", async () => {
    await desk(2).hangsUp();
    await cluster.wait(2);
    expect(await states()).toMatchObject({ "2001 for 2002": "active" });
    await cluster.wait(1);
    expect(screenText(await desk(1).display())).toContain("2002 has become available");
    expect(screenText(await cluster.phone("Daejeon:5003").display())).toContain("2002 has become available");
    await desk(1).presses("Dial");
    await desk(2).answers();
    await desk(4).answers();
    await desk(4).hangsUp();
    await desk(5).presses("Dial");
    await cluster.phone("Daejeon:5001").answers();
    await cluster.phone("Jeju:7001").hangsUp();
    await cluster.wait(5);
    expect(await states()).toEqual({
      "2007 for 2009": "ended",
      "2001 for 2002": "ended",
      "5003 for 2002": "ready",
      "2007 for 2004": "ready",
      "2005 for 5001": "ended",
      "2011 for 7001": "ready",
      "2015 for 2016": "readyLate",
    });
    const ended = await cluster.requests("?where=state:isExactly:ended");
    expect(ended.map(({ reason }) => reason)).toEqual(["completed", "completed", "completed"]);
  });
});
