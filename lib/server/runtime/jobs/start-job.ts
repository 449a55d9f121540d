import type { JobKind } from "@/lib/catalog/jobs";
import type { ServiceContext } from "@/lib/server/context";
import { insertJob, type NewJob } from "@/lib/server/db/job";
import type { Transaction } from "@/lib/server/db/transaction";

/** What a service says of a job; who, when and which request come from its context. */
type JobInput = Pick<
  NewJob,
  "resource" | "parameters" | "total" | "fileId" | "retryOf" | "startTime" | "cursor" | "idleUntil"
> & {
  readonly kind: JobKind;
  readonly reason: string | undefined;
};

/**
 * Makes a job in the transaction of a service that has checked permission; call `wakeJobs` after it unless it has a time at
 * which it starts.
 * @returns its id
 */
export async function startJob(
  transaction: Transaction,
  context: ServiceContext,
  { reason = "", ...job }: JobInput,
): Promise<string> {
  const { actor, requestId } = context;
  const id = context.newId();
  const maker = { createdAt: context.now(), userId: actor.userId, by: actor.name, requestId };
  await insertJob(transaction, { id, ...job, ...maker, reason });
  return id;
}
