import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { findChange } from "@/lib/server/db/change-list";
import { findUndoObstacle, listKindsOfChange, markUndone } from "@/lib/server/db/change-undo";
import { inTransaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";
import { startJob } from "@/lib/server/runtime/jobs/start-job";
import { wakeJobs } from "@/lib/server/runtime/jobs/wake";

/** What is asked of an undo. */
export interface UndoInput {
  /** Finds out what would be taken back and what left, and stores nothing; whoever may read may ask. */
  readonly isDryRun: boolean;
  readonly reason?: string | undefined;
}

/**
 * Makes a job that takes a change back [CL-02]: what still is as the change made it becomes what it was, the rest is left and listed.
 * Whoever does it must be allowed to change each of its objects. Jobs are no objects of the configuration; what they change is.
 * @throws Refusal forbidden, notFound, alreadyUndone, changeUnderway while the job that makes the change goes on
 */
export async function undoChange(
  context: ServiceContext,
  id: string,
  { isDryRun, reason }: UndoInput,
): Promise<{ jobId: string }> {
  requirePermission(context, "job", "read");
  if (!isDryRun) requirePermission(context, "job", "update");
  const jobId = await inTransaction(context.database, async (transaction) => {
    const change = await findChange(transaction, id);
    if (!change) throw new Refusal("notFound", { name: id });
    for (const kind of await listKindsOfChange(transaction, id))
      requirePermission(context, kind, isDryRun ? "read" : "update");
    const obstacle = await findUndoObstacle(transaction, id);
    if (obstacle) throw new Refusal(obstacle);
    const job = { kind: "undo", resource: change.object.kind, parameters: { change: id, isDryRun } } as const;
    const undoneBy = await startJob(transaction, context, { ...job, total: change.total, reason });
    if (!isDryRun) await markUndone(transaction, id, undoneBy);
    return undoneBy;
  });
  wakeJobs();
  return { jobId };
}
