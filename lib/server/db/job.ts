import { sql } from "kysely";
import type { JobKind, JobOutcome, JobState } from "@/lib/catalog/jobs";
import { isFinal, jobStates } from "@/lib/catalog/jobs";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import type { Problem } from "@/lib/configuration/problem";
import type { jobListFields } from "@/lib/contract/job";
import type { ListQuery } from "@/lib/contract/list";
import { canBeText } from "@/lib/server/db/bounds";
import type { Prisma } from "@/lib/server/db/generated/client";
import { sqlIn } from "@/lib/server/db/kysely";
import type { ListFields } from "@/lib/server/db/list/conditions";
import { instant, rowOf, typedText, wholeNumber } from "@/lib/server/db/list/list-fields";
import { planList } from "@/lib/server/db/list/plan-list";
import { type Page, readPage } from "@/lib/server/db/list/read-page";
import type { Transaction } from "@/lib/server/db/transaction";

/** Values as JSON keeps them. */
export type JsonFields = Readonly<Record<string, unknown>>;

/** When something starts: the instant, and the IANA zone in which it was said. */
export interface StartTime {
  readonly startsAt: Date;
  readonly timeZone: string;
}

/** A job as it is stored. */
export interface StoredJob {
  id: string;
  kind: JobKind;
  resource: ConfigurationKind;
  parameters: JsonFields;
  state: JobState;
  cursor: unknown;
  total: number;
  done: number;
  waiting: number;
  /** Of those that wait: their phones have the action. */
  underway: number;
  failed: number;
  outcomes: Readonly<Partial<Record<JobOutcome, number>>>;
  problem: Problem | null;
  attempts: number;
  retryOf: string | null;
  dueAt: Date | null;
  /** When somebody wanted it to start, and in which zone that was said; null: when it was made. */
  startsAt: Date | null;
  timeZone: string | null;
  /** Until then its phones get their action only when they have no call; null: nothing is waited for. */
  idleUntil: Date | null;
  /** Counts when it is said anew when it starts. */
  version: number;
  changedBy: string | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  userId: string;
  by: string;
  reason: string;
  requestId: string;
  fileId: string | null;
}

/** What is said of a job when it is made. */
export type NewJob = Pick<
  StoredJob,
  "id" | "kind" | "resource" | "parameters" | "total" | "createdAt" | "userId" | "by" | "reason" | "requestId"
> &
  Partial<Pick<StoredJob, "retryOf" | "fileId" | "idleUntil">> & {
    /** Absent: its first batch is due at once. */
    readonly startTime?: StartTime | undefined;
    /** Where its first batch starts, in the words of the handler. */
    readonly cursor?: string;
  };

const unfinished = jobStates.filter((state) => !isFinal(state));

function jobOf(row: Prisma.JobGetPayload<object>): StoredJob {
  return row as StoredJob;
}

/** Stores a job whose first batch is due at once, or at its time. */
export async function insertJob(transaction: Transaction, { startTime, ...job }: NewJob): Promise<StoredJob> {
  const { parameters } = job;
  const data = {
    ...job,
    ...(startTime ? { state: "scheduled", ...startTime } : {}),
    parameters: parameters as Prisma.InputJsonObject,
    waiting: job.total,
    dueAt: startTime?.startsAt ?? job.createdAt,
  };
  return jobOf(await transaction.job.create({ data }));
}

/** The job, or null. */
export async function findJob(transaction: Transaction, id: string): Promise<StoredJob | null> {
  if (!canBeText(id)) return null;
  const row = await transaction.job.findUnique({ where: { id } });
  return row && jobOf(row);
}

/**
 * Of the jobs whose next batch is due the one that has waited longest for it; until the transaction ends, no other
 * instance gets it. When the instance dies, the database ends the transaction, and the batch was never begun.
 */
export async function claimDueJob(transaction: Transaction, now: Date): Promise<StoredJob | null> {
  const [claimed] = await transaction.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Job" WHERE "dueAt" <= ${now.toISOString()}::timestamptz AT TIME ZONE 'UTC'
    ORDER BY "queuePlace" LIMIT 1 FOR UPDATE SKIP LOCKED`;
  if (!claimed) return null;
  await goToTheEnd(transaction, claimed.id);
  return findJob(transaction, claimed.id);
}

/** Lets every other job that waits do a batch before this one does its next: many may be due at one instant. */
async function goToTheEnd(transaction: Transaction, id: string): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "Job" SET "queuePlace" = nextval(pg_get_serial_sequence('"Job"', 'queuePlace')) WHERE "id" = ${id}`;
}

/** When the next batch of any job is due; null when none is. */
export async function findNextJobDueAt(transaction: Transaction): Promise<Date | null> {
  const row = await transaction.job.aggregate({ _min: { dueAt: true } });
  return row._min.dueAt;
}

/** Keeps the job from changing until the transaction ends, waiting for the batch that is being done. */
export async function lockJob(transaction: Transaction, id: string): Promise<StoredJob | null> {
  await transaction.$queryRaw`SELECT 1 FROM "Job" WHERE "id" = ${id} FOR UPDATE`;
  return findJob(transaction, id);
}

/** What a batch or a person changes of a job. */
export type JobChange = Partial<
  Pick<
    StoredJob,
    | "state"
    | "total"
    | "done"
    | "waiting"
    | "underway"
    | "failed"
    | "attempts"
    | "dueAt"
    | "startsAt"
    | "timeZone"
    | "idleUntil"
    | "version"
    | "changedBy"
    | "userId"
    | "reason"
    | "startedAt"
    | "finishedAt"
  > & {
    cursor: unknown;
    outcomes: object;
    problem: Problem;
  }
>;

export async function saveJob(transaction: Transaction, id: string, change: JobChange): Promise<void> {
  await transaction.job.update({ where: { id }, data: columnsOf(change), select: { id: true } });
}

function columnsOf({ cursor, outcomes, problem, ...columns }: JobChange) {
  return {
    ...columns,
    ...(cursor === undefined ? {} : { cursor: cursor as Prisma.InputJsonValue }),
    ...(outcomes ? { outcomes: { ...outcomes } } : {}),
    ...(problem ? { problem: { ...problem } } : {}),
  };
}

/**
 * Changes a job whose batch could not be committed, and which nobody holds any more: only if it has not ended since it was claimed, and
 * nobody has said anew when it starts.
 * @returns whether it was changed
 */
export async function saveFailedBatch(
  transaction: Transaction,
  { id, version }: Pick<StoredJob, "id" | "version">,
  change: JobChange,
): Promise<boolean> {
  const where = { id, version, state: { in: unfinished } };
  const { count } = await transaction.job.updateMany({ where, data: columnsOf(change) });
  return count > 0;
}

/**
 * Counts a batch that could not be committed, unless the job has ended or got another time meanwhile; the job is tried again when it is due.
 * It goes to the end: a job that breaks again and again must not keep the others waiting.
 */
export async function postponeJob(
  transaction: Transaction,
  claimed: Pick<StoredJob, "id" | "version">,
  attempts: number,
  dueAt: Date,
): Promise<void> {
  if (await saveFailedBatch(transaction, claimed, { attempts, dueAt })) {
    await goToTheEnd(transaction, claimed.id);
  }
}

const job = rowOf<"Job">();
const listFields: ListFields<(typeof jobListFields)[number]> = {
  kind: typedText(job.ref("t.kind")),
  resource: typedText(job.ref("t.resource")),
  state: typedText(job.ref("t.state")),
  createdAt: instant(job.ref("t.createdAt")),
  by: typedText(job.ref("t.by")),
  reason: typedText(job.ref("t.reason")),
  total: wholeNumber(job.ref("t.total")),
  failed: wholeNumber(job.ref("t.failed")),
};

/** One page of the jobs with objects of some kinds. */
export async function listJobs(
  transaction: Transaction,
  resources: readonly ConfigurationKind[],
  query: ListQuery,
): Promise<Page<StoredJob>> {
  const jobs = sqlIn(transaction)
    .selectFrom("Job as t")
    .selectAll("t")
    .where("t.resource", "=", sql<string>`ANY(${[...resources]}::text[])`)
    .$castTo<StoredJob>();
  return readPage(jobs, planList(query, listFields, "place"));
}

/**
 * Deletes jobs that ended before a time, with their items.
 * @returns the ids of those that there were
 */
export async function deleteJobsEndedBefore(transaction: Transaction, time: Date): Promise<string[]> {
  const where = { finishedAt: { lt: time } };
  const old = await transaction.job.findMany({ where, select: { id: true } });
  if (old.length > 0) await transaction.job.deleteMany({ where });
  return old.map(({ id }) => id);
}
