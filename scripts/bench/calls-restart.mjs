// 10,000 live requests and a restart of the server, on the embedded database.
import { setTimeout as pause } from "node:timers/promises";
import { fillCluster, insideOf, numberOf, phoneOf } from "./calls-cluster.mjs";

const { adminPassword, newDataDir, removeDataDir, startServer, stopServer } = await import(
  "@/e2e/fixtures/server"
);
const { openDatabase } = await import("@/lib/server/db/open");
const { applyCallEvents } = await import("@/lib/server/runtime/calls/apply-call-events");

const targets = 100;
const callersEach = 100;
const live = targets * callersEach;
const dueMeanwhile = 1_000;
const atOnce = 50;
const goalMilliseconds = 2_000;

/** From the first 200 of the health to all requests listed and one of them served; then what became of due timers. */
export async function restart() {
  const dataDir = newDataDir();
  let database = await openDatabase({ dataDir, durability: "relaxed" });
  await fillCluster(database, targets + live);
  await request(database);
  await database.prisma
    .$executeRaw`UPDATE "CallTimer" SET "dueAt" = now() AT TIME ZONE 'UTC' - interval '1 second'
    WHERE "id" IN (SELECT 'T2:' || "id" FROM "CallBackRequest" ORDER BY "id" LIMIT ${dueMeanwhile})`;
  const before = await idsOf(database);
  await database.close();
  const server = await startServer(dataDir);
  const ready = performance.now();
  try {
    const [active, ended] = await Promise.all([total(server, "active"), total(server, "ended")]);
    const back = performance.now() - ready;
    while ((await total(server, "ended")) < dueMeanwhile) await pause(50);
    const delivered = performance.now() - ready;
    await stopServer(server);
    database = await openDatabase({ dataDir, durability: "relaxed" });
    const rows = await database.prisma.callBackRequest.findMany({
      where: { state: "ended", reason: "expired" },
    });
    const expiries = await database.prisma.callDecision.count({ where: { rule: "26" } });
    const isSame = JSON.stringify(await idsOf(database)) === JSON.stringify(before);
    await database.close();
    const isWhole = active + ended === live && before.length === live && isSame;
    const isOnce = rows.length === dueMeanwhile && expiries === dueMeanwhile;
    return [
      { name: `ms until ${live} requests are back`, value: back, isMet: back <= goalMilliseconds && isWhole },
      { name: `ms until ${dueMeanwhile} timers are delivered, once each`, value: delivered, isMet: isOnce },
    ].map((line) => ({
      ...{ part: "calls", database: "embedded", ...line },
      ...{ beside: goalMilliseconds, ratio: line.value / goalMilliseconds },
    }));
  } finally {
    await stopServer(server);
    removeDataDir(dataDir);
  }
}

/** All callers dial a target that is off hook, and ask for call back. */
async function request(database) {
  const { runtime } = await insideOf(database);
  let id = 0;
  const event = (phone, action) => {
    id += 1;
    return { id: `bench-${id}`, kind: "phoneAction", phone: phoneOf(phone), action };
  };
  const events = [];
  for (let target = 0; target < targets; target++) events.push(event(target, { kind: "offHook" }));
  for (let caller = 0; caller < live; caller++) {
    const phone = targets + caller;
    const digits = numberOf(caller % targets);
    events.push(
      event(phone, { kind: "dial", digits }),
      event(phone, { kind: "pressSoftkey", softkey: "CallBack" }),
    );
  }
  for (let start = 0; start < events.length; start += atOnce) {
    const some = events.slice(start, start + atOnce);
    await applyCallEvents(runtime, { cluster: "", events: some, now: Date.now() }, runtime.save);
  }
}

async function idsOf(database) {
  const rows = await database.prisma.callBackRequest.findMany({
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id }) => id);
}

async function total({ baseURL }, state) {
  const authorization = `Basic ${Buffer.from(`admin:${adminPassword}`).toString("base64")}`;
  const path = `/api/v1/call-back/requests?limit=1&where=state:isExactly:${state}`;
  const answer = await fetch(baseURL + path, { headers: { authorization } });
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return (await answer.json()).total;
}
