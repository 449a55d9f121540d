import type { DeviceCommand } from "@/lib/devices/forecast";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { inTransaction } from "@/lib/server/db/transaction";
import { wakeJobs } from "@/lib/server/runtime/jobs/wake";
import { type Selection, startJobOnSelection } from "@/lib/server/services/bulk/selection";
import { definitions } from "@/lib/server/services/configuration/definitions";

/** Choosing a hundred thousand phones takes seconds. */
const longestMilliseconds = 60_000;

/**
 * Makes a job that gives an action to all phones that match, or to named ones; they are chosen now. It changes what
 * phones run, not the configuration, so there is no history; the alarms tell.
 * @throws Refusal forbidden, validationFailed
 */
export async function startBulkAction(
  context: ServiceContext,
  { action, reason, ...chosen }: Selection & { action: DeviceCommand; reason?: string | undefined },
): Promise<{ jobId: string }> {
  requirePermission(context, "phone", "update");
  const job = { kind: action, parameters: {}, reason } as const;
  const jobId = await inTransaction(
    context.database,
    (transaction) => startJobOnSelection(transaction, context, definitions.phone, chosen, job),
    { timeout: longestMilliseconds },
  );
  wakeJobs();
  return { jobId };
}
