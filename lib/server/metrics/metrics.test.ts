import { afterAll, beforeAll, expect, test } from "vitest";
import { inTransaction } from "@/lib/server/db/transaction";
import { keepMetrics, type Metrics } from "@/lib/server/metrics/metrics";
import { type PhonesInUse, phonesInUse } from "@/lib/server/testing/phones-in-use";

let cluster: PhonesInUse;
let metrics: Metrics;
beforeAll(async () => {
  cluster = await phonesInUse(["2001", "2002"]);
  metrics = keepMetrics(cluster.context.database, cluster.runtime.clock.now);
});
afterAll(async () => {
  metrics.close();
  await cluster.close();
});

/** The value of a figure as the text tells it, with its labels if it has any; undefined when it is not told. */
async function figure(name: string): Promise<number | undefined> {
  const { text } = await metrics.read();
  const line = text.split("\n").find((one) => one.startsWith(`ringback_${name} `));
  return line === undefined ? undefined : Number(line.split(" ").at(-1));
}

test("statements and transactions are counted with their times, and no transaction stays open", async () => {
  const before = (await figure("database_statement_duration_seconds_count")) ?? 0;
  const transactions = (await figure("database_transaction_duration_seconds_count")) ?? 0;
  const failing = inTransaction(cluster.context.database, async (transaction) => {
    await transaction.$queryRaw`SELECT 1`;
    throw new Error("undone");
  });
  await expect(failing).rejects.toThrow("undone");
  await inTransaction(cluster.context.database, (transaction) => transaction.$queryRaw`SELECT 1`);
  expect(await figure("database_statement_duration_seconds_count")).toBeGreaterThan(before + 1);
  expect(await figure("database_transaction_duration_seconds_count")).toBe(transactions + 2);
  expect(await figure("database_connection_wait_seconds_count")).toBe(transactions + 2);
  expect(await figure("database_transactions")).toBe(0);
});

test("events of the engine are counted by their kind, and a request for call back is live until it ends", async () => {
  const actions = 'engine_event_duration_seconds_count{kind="phoneAction"}';
  const before = (await figure(actions)) ?? 0;
  expect(await figure("live_requests")).toBe(0);
  await cluster.phone("2002").does({ action: "offHook" });
  await cluster.phone("2001").dials("2002");
  await cluster.phone("2001").presses("CallBack");
  expect(await figure(actions)).toBe(before + 3);
  expect(await figure("live_requests")).toBe(1);
  const [request] = await cluster.requests();
  await cluster.send("DELETE", `/call-back/requests/${request?.id}`);
  expect(await figure("live_requests")).toBe(0);
});

test("the lag of timers is how long the latest of them has been due", async () => {
  await cluster.phone("2001").hangsUp();
  expect(await figure("timer_lag_seconds")).toBe(0);
  await cluster.context.database.prisma.callTimer.create({
    data: {
      cluster: "",
      id: "late",
      kind: "T2",
      owner: "late",
      dueAt: new Date(cluster.runtime.clock.now().getTime() - 7_000),
      version: 0n,
    },
  });
  expect(await figure("timer_lag_seconds")).toBe(7);
  await cluster.context.database.prisma.callTimer.deleteMany({ where: { id: "late" } });
});

test("items of jobs are counted while they wait, and no more when their job has ended", async () => {
  const { prisma } = cluster.context.database;
  const job = { kind: "import", resource: "phone", userId: "", by: "", requestId: "" };
  const data = { ...job, id: "counted", waiting: 12, underway: 3, createdAt: new Date() };
  await prisma.job.create({ data });
  await prisma.job.create({ data: { ...data, id: "later", state: "scheduled", underway: 0 } });
  expect([await figure("job_items_waiting"), await figure("job_items_underway")]).toEqual([12, 3]);
  await prisma.job.update({ where: { id: "counted" }, data: { finishedAt: new Date() } });
  expect([await figure("job_items_waiting"), await figure("job_items_underway")]).toEqual([0, 0]);
});
