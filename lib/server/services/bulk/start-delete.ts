import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { inTransaction } from "@/lib/server/db/transaction";
import { wakeJobs } from "@/lib/server/runtime/jobs/wake";
import { type Selection, startJobOnSelection } from "@/lib/server/services/bulk/selection";
import type { Definition } from "@/lib/server/services/configuration/definition";

/** Choosing a hundred thousand objects takes seconds. */
const longestMilliseconds = 60_000;

/**
 * Makes a job that deletes many objects; those that are in use or belong to the system stay. Jobs are no objects of
 * the configuration and have no history; the objects that they delete do.
 * @throws Refusal forbidden, validationFailed
 */
export async function startDelete(
  context: ServiceContext,
  definition: Definition,
  { reason, ...chosen }: Selection & { readonly reason?: string | undefined },
): Promise<{ jobId: string }> {
  requirePermission(context, definition.kind, "update");
  const job = { kind: "delete", parameters: {}, reason } as const;
  const jobId = await inTransaction(
    context.database,
    (transaction) => startJobOnSelection(transaction, context, definition, chosen, job),
    { timeout: longestMilliseconds },
  );
  wakeJobs();
  return { jobId };
}
