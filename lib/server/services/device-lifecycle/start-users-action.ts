import type { DeviceCommand } from "@/lib/devices/forecast";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { chooseUsers, type PhoneUsedKind } from "@/lib/server/db/device/choose";
import { saveJob } from "@/lib/server/db/job";
import { inTransaction } from "@/lib/server/db/transaction";
import type { AskedPhones } from "@/lib/server/runtime/devices/choose-phones";
import { toBeChosen } from "@/lib/server/runtime/devices/job-handler";
import { startJob } from "@/lib/server/runtime/jobs/start-job";
import { wakeJobs } from "@/lib/server/runtime/jobs/wake";
import { type ActionTerms, readTimes } from "@/lib/server/services/device-lifecycle/action-terms";
import { loadUsed } from "@/lib/server/services/device-lifecycle/load-used";

/** Choosing a hundred thousand phones takes seconds. */
const longestMilliseconds = 60_000;

/**
 * Makes a job that gives an action to the phones that use an object [SK-10, CD-03, BT-05] when it starts. It
 * changes what phones run, not the configuration, so there is no history; the alarms tell.
 * @throws Refusal forbidden, notFound, validationFailed
 */
export async function startUsersAction(
  context: ServiceContext,
  kind: PhoneUsedKind,
  name: string,
  command: DeviceCommand,
  { reason, ...when }: ActionTerms = {},
): Promise<{ jobId: string }> {
  requirePermission(context, kind, "update");
  const times = readTimes(context, when);
  const jobId = await inTransaction(
    context.database,
    async (transaction) => {
      const used = await loadUsed(transaction, kind, name);
      const parameters = { of: { kind, ...used } } satisfies AskedPhones;
      const job = { kind: command, resource: "phone", parameters, total: 0, reason, ...times } as const;
      if (times.startTime) return startJob(transaction, context, { ...job, cursor: toBeChosen });
      const id = await startJob(transaction, context, job);
      const total = await chooseUsers(transaction, id, kind, used.id);
      await saveJob(transaction, id, { total, waiting: total });
      return id;
    },
    { timeout: longestMilliseconds },
  );
  wakeJobs();
  return { jobId };
}
