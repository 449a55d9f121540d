import type { DeviceCommand } from "@/lib/devices/forecast";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { inTransaction } from "@/lib/server/db/transaction";
import { toBeChosen } from "@/lib/server/runtime/devices/job-handler";
import { wakeJobs } from "@/lib/server/runtime/jobs/wake";
import { type Selection, startJobOnSelection } from "@/lib/server/services/bulk/selection";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { type ActionTerms, readTimes } from "@/lib/server/services/device-lifecycle/action-terms";

/** Choosing a hundred thousand phones takes seconds. */
const longestMilliseconds = 60_000;

/**
 * Makes a job that gives an action to all phones that match when it starts, to named ones, or to those of an earlier
 * job. It changes what phones run, not the configuration, so there is no history; the alarms tell.
 * @throws Refusal forbidden, validationFailed
 */
export async function startBulkAction(
  context: ServiceContext,
  { action, reason, at, idleWithinMinutes, ...chosen }: Selection & ActionTerms & { action: DeviceCommand },
): Promise<{ jobId: string }> {
  requirePermission(context, "phone", "update");
  const { startTime, idleUntil } = readTimes(context, { at, idleWithinMinutes });
  const job = {
    kind: action,
    parameters: {},
    reason,
    idleUntil,
    later: startTime && { startTime, cursor: toBeChosen },
  } as const;
  const jobId = await inTransaction(
    context.database,
    (transaction) => startJobOnSelection(transaction, context, definitions.phone, chosen, job),
    { timeout: longestMilliseconds },
  );
  wakeJobs();
  return { jobId };
}
