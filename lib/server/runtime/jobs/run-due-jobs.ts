import type { Logger } from "pino";
import { finalState, hasItemsAtOnce, type JobOutcome } from "@/lib/catalog/jobs";
import { isAllowed } from "@/lib/catalog/roles";
import type { ProblemCode } from "@/lib/configuration/problem";
import type { ServiceContext } from "@/lib/server/context";
import { claimDueJob, postponeJob, type StoredJob, saveFailedBatch, saveJob } from "@/lib/server/db/job";
import { type StoredJobItem, saveJobItems } from "@/lib/server/db/job-item";
import type { Database } from "@/lib/server/db/open";
import { inTransaction, type Transaction } from "@/lib/server/db/transaction";
import { databaseTrouble } from "@/lib/server/db/trouble";
import { findUserById } from "@/lib/server/db/user";
import { Refusal } from "@/lib/server/errors";
import type { Batch, JobHandlers } from "@/lib/server/runtime/jobs/handler";
import { publishJob } from "@/lib/server/runtime/jobs/publish-job";

/** What the jobs of a process need. */
export interface JobServices {
  readonly database: Database;
  readonly handlers: JobHandlers;
  readonly newId: () => string;
  readonly logger: Logger;
}

const longestBatchMilliseconds = 60_000;
/** Batches in a row that may fail for a reason that passes by itself, such as two writers who wait for each other. */
const mostAttempts = 5;
const postponedMilliseconds = 200;
/** How long a job waits when the database, or a lock of others, kept its batch from being done. */
const troubleMilliseconds = 1_000;

/**
 * Does every batch that is due at a time, also those that become due by doing one; one of each job after the other. Several instances
 * may do this at once: each batch is done by one of them.
 * @param signal ends it after the batch that is being done
 * @returns how many batches were done
 */
export async function runDueJobs(runtime: JobServices, now: Date, signal?: AbortSignal): Promise<number> {
  let batches = 0;
  while (!signal?.aborted && (await runNextBatch(runtime, now))) batches += 1;
  return batches;
}

/** Does a batch of the job that is next. False when none is due. */
export async function runNextBatch(runtime: JobServices, now: Date): Promise<boolean> {
  let claimed: StoredJob | null = null;
  try {
    await inTransaction(
      runtime.database,
      async (transaction) => {
        claimed = await claimDueJob(transaction, now);
        if (claimed) await runBatch(transaction, runtime, claimed, now);
      },
      { timeout: longestBatchMilliseconds },
    );
  } catch (error) {
    // The batch has left nothing behind.
    if (claimed === null) throw error;
    await afterFailure(runtime, claimed, error, now);
  }
  return claimed !== null;
}

async function runBatch(
  transaction: Transaction,
  runtime: JobServices,
  job: StoredJob,
  now: Date,
): Promise<void> {
  const handler = runtime.handlers[job.kind];
  const context = await contextOf(transaction, runtime, job, now);
  await storeBatch(transaction, job, await handler.runBatch(transaction, context, job), now);
}

/** @throws Refusal forbidden when the person who made the job is gone or may no longer do what it does */
async function contextOf(
  transaction: Transaction,
  { database, newId }: JobServices,
  job: StoredJob,
  now: Date,
): Promise<ServiceContext> {
  const user = await findUserById(transaction, job.userId);
  // Whoever may read may ask what would be.
  const privilege = job.kind === "undo" && job.parameters.isDryRun === true ? "read" : "update";
  if (!user || !isAllowed(user.role, job.resource, privilege)) throw new Refusal("forbidden");
  const actor = { userId: user.id, name: user.name, role: user.role };
  return { database, actor, now: () => now, newId, requestId: job.requestId };
}

async function storeBatch(
  transaction: Transaction,
  job: StoredJob,
  { items, cursor, nextDueAt, areStored, counts, total = job.total }: Batch,
  now: Date,
): Promise<void> {
  if (!areStored) await saveJobItems(transaction, job.id, items, { areThere: hasItemsAtOnce(job.kind) });
  const count = (state: StoredJobItem["state"]) => items.filter((item) => item.state === state).length;
  const done = counts?.done ?? job.done + count("done");
  const failed = counts?.failed ?? job.failed + count("failed");
  const isOver = cursor === null;
  const state = isOver ? finalState({ kind: job.kind, done, failed }) : "running";
  const waiting = isOver ? 0 : total - done - failed;
  await saveJob(transaction, job.id, {
    state,
    ...(isOver ? { finishedAt: now } : { cursor }),
    dueAt: isOver ? null : (nextDueAt ?? now),
    startedAt: job.startedAt ?? now,
    attempts: 0,
    total,
    done,
    failed,
    waiting,
    underway: counts?.underway ?? 0,
    outcomes: counts?.outcomes ?? withOutcomes(job.outcomes, items),
  });
  await publishJob(transaction, now, { id: job.id, state, total, done, waiting, failed });
}

function withOutcomes(before: StoredJob["outcomes"], items: readonly StoredJobItem[]) {
  const counts: Partial<Record<JobOutcome, number>> = { ...before };
  for (const { outcome } of items) if (outcome !== "") counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

/**
 * A job that is refused ends; any other failure is tried again some times. Nothing is written over what was said of the job since it
 * was claimed: nobody holds it any more.
 * @throws the failure when it was the database's doing: the job has no part in that and waits for better times
 */
async function afterFailure({ database, logger }: JobServices, job: StoredJob, error: unknown, now: Date) {
  if (databaseTrouble(error)) {
    await postponeJob(database.prisma, job, job.attempts, new Date(now.getTime() + troubleMilliseconds));
    throw error;
  }
  const attempts = job.attempts + 1;
  if (!(error instanceof Refusal) && attempts < mostAttempts) {
    const dueAt = new Date(now.getTime() + (attempts === 1 ? 0 : postponedMilliseconds * 2 ** attempts));
    await postponeJob(database.prisma, job, attempts, dueAt);
    return;
  }
  if (!(error instanceof Refusal)) loggerOf(logger, job).error({ err: error }, "job failed");
  await saveFailedBatch(database.prisma, job, {
    state: job.done > 0 ? "partial" : "failed",
    dueAt: null,
    finishedAt: now,
    attempts,
    problem: { path: [], code: problemOf(error) },
  });
}

/** Why a job could not go on: what it is for is gone, its maker has lost the right, or something broke. */
function problemOf(error: unknown): ProblemCode {
  if (!(error instanceof Refusal)) return "jobBroken";
  return error.code === "notFound" ? "jobForNothing" : "jobRefused";
}

/** The log of a job: every line says which job it is, and which request has made it. */
function loggerOf(logger: Logger, { id, kind, requestId }: StoredJob): Logger {
  return logger.child({ job: id, kind, requestId });
}
