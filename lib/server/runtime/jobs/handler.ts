import type { JobKind } from "@/lib/catalog/jobs";
import type { ServiceContext } from "@/lib/server/context";
import type { StoredJob } from "@/lib/server/db/job";
import type { StoredJobItem } from "@/lib/server/db/job-item";
import type { Transaction } from "@/lib/server/db/transaction";

/** What one batch of a job has done. It is stored in the transaction that did it. */
export interface Batch {
  /** What became of the items that the batch took. */
  readonly items: readonly StoredJobItem[];
  /** Where the next batch starts; null when nothing is left. */
  readonly cursor: unknown;
  /** When the next batch is due; at once unless it says otherwise. */
  readonly nextDueAt?: Date;
  /** How many items the job has, where the batch has chosen them. */
  readonly total?: number;
  /** The batch has stored its items itself. */
  readonly areStored?: true;
  /** How many items of the whole job have ended or are under way, where some end after their batch; else they are added up. */
  readonly counts?: Pick<StoredJob, "done" | "failed" | "underway" | "outcomes">;
}

/** How the jobs of one kind are done. */
export interface JobHandler {
  /**
   * Does one batch: some hundred milliseconds of work, all of it within the transaction, so that it is done as a whole
   * or not at all. The context is that of the person who made the job; the time is that of the batch.
   * @throws Refusal when the job cannot go on
   */
  readonly runBatch: (transaction: Transaction, context: ServiceContext, job: StoredJob) => Promise<Batch>;
}

/** The handlers by the kind of job. */
export type JobHandlers = Readonly<Record<JobKind, JobHandler>>;
