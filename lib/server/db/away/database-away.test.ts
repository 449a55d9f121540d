import { randomUUID } from "node:crypto";
import pg from "pg";
import pino from "pino";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { type Database, databaseOn } from "@/lib/server/db/open";
import { openServer } from "@/lib/server/db/server";
import { databaseTrouble } from "@/lib/server/db/trouble";
import { findUser } from "@/lib/server/db/user";
import { readyHealth } from "@/lib/server/http/health";
import { makeRuntime } from "@/lib/server/process/make-runtime";
import { realClock } from "@/lib/server/runtime/clock";
import { type Runner, startRunner } from "@/lib/server/runtime/runner";
import { firstAdministrator } from "@/lib/server/seed/seed";
import { listJobs } from "@/lib/server/services/job/list";
import { bulkOf } from "@/lib/server/testing/bulk";
import { sessionCookie } from "@/lib/server/testing/session-cookie";
import { type CallApi, testApi } from "@/lib/server/testing/test-api";
import { copyOfTemplate } from "@/lib/server/testing/test-database";
import { testPassword } from "@/lib/server/testing/test-password";
import { type WayToServer, wayToServer } from "@/lib/server/testing/way-to-server";

// Short, so that the tests need not wait for what people would; long beside what a busy machine takes for a statement.
const limits = {
  max: 3,
  keepAlive: true,
  connectionTimeoutMillis: 4_000,
  lock_timeout: 1_000,
  statement_timeout: 20_000,
  idle_in_transaction_session_timeout: 40_000,
  query_timeout: 25_000,
};

let directUrl: string;
let way: WayToServer;
let database: Database;
let context: ServiceContext;
let call: CallApi;
let runner: Runner | undefined;
let lines: { event?: string; level: number; msg: string }[];
const others: pg.Client[] = [];

beforeEach(async () => {
  directUrl = await copyOfTemplate(String(inject("serverUrl")), "seeded");
  way = await wayToServer(directUrl);
  database = databaseOn(await openServer(way.url, limits));
  const administrator = await findUser(database.prisma, firstAdministrator);
  context = {
    database,
    actor: { userId: String(administrator?.id), name: firstAdministrator, role: "superUser" },
    now: () => new Date(),
    newId: randomUUID,
    requestId: randomUUID(),
  };
  lines = [];
  const logger = pino({ level: "info" }, { write: (line) => void lines.push(JSON.parse(line)) });
  const runtime = makeRuntime(database, { registrationsPerSecond: null }, realClock, logger);
  call = await testApi(context, runtime);
  runner = startRunner(runtime);
});
afterEach(async () => {
  await runner?.stop();
  for (const client of others.splice(0)) await client.end();
  await database.close();
  await way.close();
});

/** Another program's connection, which the way does not concern. */
async function another(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: directUrl });
  await client.connect();
  others.push(client);
  return client;
}

const events = () => lines.flatMap(({ event }) => (event?.startsWith("database.") ? [event] : []));

test("while the server is stopped every request is answered 503 with Retry-After, also with a cookie and to sign in", async () => {
  const cookie = await sessionCookie(call);
  expect((await call("GET", "/phones", undefined, { authorization: "", cookie })).status).toBe(200);
  await way.close();
  const answers = [
    await call("GET", "/phones"),
    await call("POST", "/partitions", { name: "P" }),
    await call("GET", "/phones", undefined, { authorization: "Bearer rb_unknown" }),
    await call("GET", "/phones", undefined, { authorization: "", cookie }),
    await call("DELETE", "/session", undefined, { authorization: "", cookie }),
    await call("POST", "/session", { name: "admin", password: testPassword }, { authorization: "" }),
    await call("GET", "/events"),
  ];
  for (const { status, body, headers } of answers) {
    expect([status, body.code]).toEqual([503, "databaseUnavailable"]);
    expect(headers.get("retry-after")).toBe("5");
  }
  await way.open();
  await expect.poll(async () => (await call("GET", "/phones")).status).toBe(200);
  expect((await call("GET", "/phones", undefined, { authorization: "", cookie })).status).toBe(200);
  const stored = await call("GET", "/partitions?where=name:isExactly:P");
  expect(stored.body.total).toBe(0);
});

test("the log has one line when the server is lost and one when it is back, however many requests and batches fail", async () => {
  await way.close();
  await expect.poll(events).toEqual(["database.away"]);
  const statuses = await Promise.all(
    Array.from({ length: 100 }, async () => (await call("GET", "/phones")).status),
  );
  expect(new Set(statuses)).toEqual(new Set([503]));
  expect(lines).toHaveLength(1);
  await way.open();
  await expect.poll(events).toEqual(["database.away", "database.back"]);
  expect(lines).toHaveLength(2);
});

test("health says within two seconds why it is not ready, and that it is ready again", async () => {
  expect(await readyHealth()).toMatchObject({ status: 200, body: { status: "ok" } });
  await way.close();
  expect(await readyHealth()).toMatchObject({ status: 503, body: { reason: "databaseAway" } });
  await way.open();
  await expect.poll(async () => (await readyHealth()).status).toBe(200);
  way.jam();
  const asked = performance.now();
  expect(await readyHealth()).toMatchObject({ status: 503, body: { reason: "databaseBusy" } });
  // Timers are exact; the rest is for a busy machine.
  expect(performance.now() - asked).toBeLessThan(10_000);
});

test("while somebody has locked a table, health answers, other tables too, and who needs the table is told to come back", async () => {
  const locker = await another();
  await locker.query('BEGIN; LOCK TABLE "Partition" IN ACCESS EXCLUSIVE MODE');
  const waiting = Array.from({ length: 6 }, () => call("GET", "/partitions"));
  expect((await readyHealth()).status).toBe(200);
  for (const { status, body } of await Promise.all(waiting))
    expect([status, body.code]).toEqual([503, "databaseUnavailable"]);
  expect((await call("GET", "/softkey-templates")).status).toBe(200);
  expect(new Set(events())).toEqual(new Set(["database.busy"]));
  expect(events()).toHaveLength(1);
  await locker.query("ROLLBACK");
  expect((await call("GET", "/partitions")).status).toBe(200);
});

test("a job that a lock kept from its batch has no part in that and ends well when the lock is gone", async () => {
  await runner?.stop();
  const locker = await another();
  const partitions = bulkOf("partition", () => context);
  const job = await partitions.start("name\nA\nB\n");
  await locker.query('BEGIN; LOCK TABLE "Partition" IN ACCESS EXCLUSIVE MODE');
  // More often than a job may fail.
  for (let attempt = 0; attempt < 8; attempt++) {
    const failure = await partitions.finished(job).catch((error: unknown) => error);
    if (failure instanceof Error) expect(databaseTrouble(failure)).toBe("busy");
    await database.prisma.job.updateMany({ data: { dueAt: new Date() } });
  }
  await locker.query("ROLLBACK");
  expect(await partitions.finished(job)).toMatchObject({ state: "done", done: 2, failed: 0 });
  expect((await listJobs(context, { where: [], match: "all", sort: "createdAt", limit: 50 })).total).toBe(1);
});

test("who listens for changes hears of them again after the connection was lost, and may begin to while it is", async () => {
  let heard = 0;
  const unlisten = await database.listen(() => {
    heard += 1;
  });
  const speaker = await another();
  await speaker.query("NOTIFY ringback");
  await expect.poll(() => heard).toBeGreaterThan(0);
  await way.close();
  await expect(database.listen(() => undefined)).rejects.toThrow();
  await way.open();
  const before = heard;
  await expect
    .poll(
      async () => {
        await speaker.query("NOTIFY ringback");
        return heard;
      },
      { timeout: 10_000 },
    )
    .toBeGreaterThan(before);
  await unlisten();
});
