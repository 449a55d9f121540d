import pino from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { inTransaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";
import { jobHandlers } from "@/lib/server/process/job-handlers";
import type { JobHandler } from "@/lib/server/runtime/jobs/handler";
import { jobsKeptDays, removeOldJobs } from "@/lib/server/runtime/jobs/remove-old-jobs";
import { type JobServices, runDueJobs, runNextBatch } from "@/lib/server/runtime/jobs/run-due-jobs";
import { startJob } from "@/lib/server/runtime/jobs/start-job";
import { wakeJobs } from "@/lib/server/runtime/jobs/wake";
import { startRunner } from "@/lib/server/runtime/runner";
import { cancelJob } from "@/lib/server/services/job/cancel";
import { getJob } from "@/lib/server/services/job/get";
import { listJobs } from "@/lib/server/services/job/list";
import { listJobItems } from "@/lib/server/services/job/list-items";
import { updateJob } from "@/lib/server/services/job/update";
import { createUser } from "@/lib/server/services/user/create";
import { updateUser } from "@/lib/server/services/user/update";
import { inRole, refusalFrom, testContext } from "@/lib/server/testing/test-context";
import { testRuntime } from "@/lib/server/testing/test-runtime";

let context: ServiceContext;
beforeAll(async () => {
  context = await testContext();
});
afterAll(() => context.database.close());

const item = (position: number, isGood = true) => ({
  position,
  name: `object ${position}`,
  partition: null,
  state: isGood ? ("done" as const) : ("failed" as const),
  outcome: isGood ? ("updated" as const) : ("" as const),
  problems: isGood ? null : [{ path: [], code: "required" as const }],
  result: null,
});

/** A job of as many batches of two items as told; `onBatch` may throw. */
function batches(count: number, onBatch: (batch: number) => unknown = () => undefined): JobHandler {
  return {
    runBatch: async (_transaction, _context, { cursor }) => {
      const batch = typeof cursor === "number" ? cursor : 0;
      await onBatch(batch);
      const items = [item(batch * 2 + 1), item(batch * 2 + 2, batch % 2 === 1)];
      return { items, cursor: batch + 1 < count ? batch + 1 : null };
    },
  };
}

function worldOf(handler: JobHandler): JobServices {
  const handlers = { ...jobHandlers, import: handler };
  return { database: context.database, newId: context.newId, handlers, logger: pino({ level: "silent" }) };
}

function make(total: number, by: ServiceContext = context): Promise<string> {
  return inTransaction(by.database, (transaction) =>
    startJob(transaction, by, { kind: "import", resource: "phone", parameters: {}, total, reason: "test" }),
  );
}

/** More looks for what is due than a batch that breaks is given, each after the longest wait. */
async function lookAgainAndAgain(runtime: JobServices): Promise<void> {
  let time = context.now().getTime();
  for (let look = 0; look < 8; look++, time += 10_000) await runDueJobs(runtime, new Date(time));
}

const itemsOf = async (id: string) => (await listJobItems(context, id, { limit: 250 })).items;

describe("jobs", () => {
  test("go through their batches; what was done and what failed is told with who, when and why", async () => {
    const id = await make(6);
    expect(await getJob(context, id)).toMatchObject({
      state: "queued",
      total: 6,
      waiting: 6,
      startedAt: null,
    });
    expect(await runDueJobs(worldOf(batches(3)), context.now())).toBe(3);
    expect(await getJob(context, id)).toMatchObject({
      ...{ state: "partial", total: 6, done: 4, failed: 2, waiting: 0, canRetry: true },
      ...{ outcomes: { updated: 4 }, by: "admin", reason: "test", finishedAt: expect.any(String) },
    });
    expect((await itemsOf(id)).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
    const page = await listJobItems(context, id, { state: "failed", limit: 1 });
    expect(page).toMatchObject({ total: 2, nextCursor: "2", items: [{ position: 2 }] });
    expect(await listJobItems(context, id, { state: "failed", limit: 1, cursor: 2 })).toMatchObject({
      nextCursor: null,
      items: [{ position: 6 }],
    });
  });

  test("follow each other batch by batch, so that a short one need not wait for a long one", async () => {
    const order: string[] = [];
    const runtime = worldOf(batches(3));
    const handlers = {
      ...runtime.handlers,
      import: batches(3, () => order.push("long")),
      update: batches(1, () => order.push("short")),
    };
    // All at one instant, and the ids of the long ones sort first.
    const now = context.now();
    const withId = (id: string): ServiceContext => ({ ...context, now: () => now, newId: () => id });
    await make(6, withId("a"));
    await make(6, withId("b"));
    const short = { kind: "update", resource: "phone", parameters: {}, total: 2, reason: "" } as const;
    await inTransaction(context.database, (transaction) => startJob(transaction, withId("c"), short));
    await runDueJobs({ ...runtime, handlers }, now);
    expect(order).toEqual(["long", "long", "short", "long", "long", "long", "long"]);
  });

  test("one that breaks lets the others do their batches before it is tried again", async () => {
    const order: string[] = [];
    const runtime = worldOf(batches(1));
    const handlers = {
      ...runtime.handlers,
      import: batches(1, () => {
        order.push("broken");
        throw new Error("always");
      }),
      update: batches(2, () => order.push("good")),
    };
    const now = context.now();
    const at = { ...context, now: () => now };
    await make(2, at);
    const good = { kind: "update", resource: "phone", parameters: {}, total: 4, reason: "" } as const;
    await inTransaction(context.database, (transaction) => startJob(transaction, at, good));
    await runDueJobs({ ...runtime, handlers }, now);
    expect(order).toEqual(["broken", "good", "broken", "good"]);
    for (let later = 1; later <= 3; later++)
      await runDueJobs({ ...runtime, handlers }, new Date(now.getTime() + later * 10_000));
    expect(order.filter((who) => who === "broken")).toHaveLength(5);
  });

  test("a batch that breaks leaves nothing behind and is done again, not twice", async () => {
    const id = await make(6);
    let broken = 0;
    const handler = batches(3, (batch) => {
      if (batch === 1 && broken++ === 0) throw new Error("the connection is gone");
    });
    await runDueJobs(worldOf(handler), context.now());
    expect(await getJob(context, id)).toMatchObject({ state: "partial", done: 4, failed: 2 });
    expect(await itemsOf(id)).toHaveLength(6);
  });

  test("one that breaks again and again ends, and keeps what was done", async () => {
    const id = await make(6);
    const handler = batches(3, (batch) => {
      if (batch === 1) throw new Error("always");
    });
    await lookAgainAndAgain(worldOf(handler));
    expect(await getJob(context, id)).toMatchObject({
      state: "partial",
      done: 1,
      failed: 1,
      waiting: 4,
      problem: { code: "jobBroken" },
    });
  });

  test("every line of its log says which job it is, of which kind, and which request has made it", async () => {
    const lines: Record<string, unknown>[] = [];
    const logger = pino({}, { write: (line) => lines.push(JSON.parse(line)) });
    const id = await make(2, { ...context, requestId: "of the import" });
    const handler = batches(1, () => {
      throw new Error("always");
    });
    await lookAgainAndAgain({ ...worldOf(handler), logger });
    expect(lines).toMatchObject([
      { job: id, kind: "import", requestId: "of the import", msg: "job failed", err: { message: "always" } },
    ]);
  });

  test("several instances share the batches: each is done once", async () => {
    const id = await make(40);
    const seen: number[] = [];
    const runtime = worldOf(batches(20, (batch) => seen.push(batch)));
    await Promise.all([1, 2, 3].map(() => runDueJobs(runtime, context.now())));
    expect(await getJob(context, id)).toMatchObject({ done: 30, failed: 10, waiting: 0 });
    expect(await itemsOf(id)).toHaveLength(40);
    expect(seen.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 20 }, (_, index) => index),
    );
  });

  test("cancelling ends a job between two batches", async () => {
    const id = await make(6);
    const ending = new AbortController();
    await runDueJobs(worldOf(batches(3, () => ending.abort())), context.now(), ending.signal);
    expect(await getJob(context, id)).toMatchObject({ state: "running", done: 1, waiting: 4 });
    expect(await cancelJob(context, id)).toMatchObject({
      state: "cancelled",
      done: 1,
      failed: 1,
      waiting: 4,
    });
    expect(await runDueJobs(worldOf(batches(3)), context.now())).toBe(0);
    expect((await refusalFrom(cancelJob(context, id))).code).toBe("jobEnded");
    expect((await refusalFrom(cancelJob(context, "none"))).code).toBe("notFound");
    expect((await refusalFrom(cancelJob(inRole(context, "readOnly"), id))).code).toBe("forbidden");
  });

  test("one whose maker may no longer change the objects is refused", async () => {
    const password = "a password of some length";
    await createUser(context, { name: "kim", role: "superUser", password });
    const { id: userId } = await context.database.prisma.user.findUniqueOrThrow({
      where: { username: "kim" },
    });
    const kim = { ...context, actor: { userId, name: "kim", role: "superUser" as const } };
    const id = await make(2, kim);
    await updateUser(context, "kim", { version: 1, role: "readOnly" });
    await runDueJobs(worldOf(batches(1)), context.now());
    expect(await getJob(context, id)).toMatchObject({
      state: "failed",
      done: 0,
      problem: { code: "jobRefused" },
    });
  });

  test("a new job starts at once, without waiting for the next look", async () => {
    const anHour = 3_600_000;
    const runner = startRunner({ ...testRuntime(context), ...worldOf(batches(1)) }, anHour);
    for (const round of [1, 2]) {
      const id = await make(2);
      wakeJobs();
      await expect
        .poll(async () => (await getJob(context, id)).state, { message: `job ${round}` })
        .toBe("partial");
    }
    await runner.stop();
  });

  test("lists are found and sorted, and old jobs go after their time", async () => {
    const query = { where: ["state:isExactly:partial"], match: "all", sort: "-createdAt", limit: 3 } as const;
    const page = await listJobs(context, { ...query, where: [...query.where] });
    expect(page.items).toHaveLength(3);
    expect(page.nextCursor).not.toBeNull();
    const { prisma } = context.database;
    await removeOldJobs(prisma, context.now());
    const count = await prisma.job.count();
    expect(count).toBeGreaterThan(0);
    await removeOldJobs(prisma, new Date(context.now().getTime() + (jobsKeptDays + 1) * 86_400_000));
    expect([
      await prisma.job.count(),
      await prisma.jobItem.count(),
      await prisma.jobItemGroup.count(),
    ]).toEqual([0, 0, 0]);
  });
});

describe("a job that waits for its time", () => {
  test.each([
    ["refuses it", new Refusal("forbidden")],
    ["breaks", new Error("always")],
  ])("what was said of one while a batch %s is kept", async (_, failure) => {
    const startsAt = context.now();
    const schedule = () =>
      inTransaction(context.database, (transaction) =>
        startJob(transaction, context, {
          ...{ kind: "import", resource: "phone", parameters: {}, total: 2, reason: "" },
          startTime: { startsAt, timeZone: "UTC" },
        }),
      );
    const whileItFails = async (say: () => Promise<unknown>) => {
      const said: Promise<unknown>[] = [];
      const handler = batches(1, () => {
        // It waits until the batch is rolled back.
        said.push(say());
        throw failure;
      });
      const world = worldOf(handler);
      const { prisma } = world.database;
      // What was said is stored before the failure is.
      const slowly = async (...parameters: Parameters<typeof prisma.$transaction>) => {
        try {
          return await prisma.$transaction(...parameters);
        } finally {
          await Promise.all(said);
        }
      };
      const $transaction = { value: slowly };
      const database = { ...world.database, prisma: Object.create(prisma, { $transaction }) };
      await runNextBatch({ ...world, database }, startsAt);
      expect(said).toHaveLength(1);
    };
    const moved = await schedule();
    const dateTime = new Date(startsAt.getTime() + 86_400_000).toISOString().slice(0, 16);
    const at = { dateTime, timeZone: "UTC" };
    await whileItFails(() => updateJob(context, moved, { version: 1, at }));
    const stored = await context.database.prisma.job.findUniqueOrThrow({ where: { id: moved } });
    expect(stored).toMatchObject({ state: "scheduled", version: 2, attempts: 0, problem: null });
    expect(stored.dueAt).toEqual(new Date(`${dateTime}:00Z`));
    const cancelled = await schedule();
    await whileItFails(() => cancelJob(context, cancelled));
    expect(await getJob(context, cancelled)).toMatchObject({ state: "cancelled", problem: null });
    await cancelJob(context, moved);
  });
});
