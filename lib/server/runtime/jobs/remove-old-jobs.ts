import { unifiedCmFilesKeptDays } from "@/lib/contract/unified-cm";
import { deleteFilesBefore } from "@/lib/server/db/bulk-file";
import { deleteChangeEventsBefore } from "@/lib/server/db/call/change-event";
import { publishChanges } from "@/lib/server/db/call/publish-changes";
import { deleteCallsBefore } from "@/lib/server/db/call/request";
import { deleteAlarmsBefore } from "@/lib/server/db/device/alarm";
import { deleteJobsEndedBefore } from "@/lib/server/db/job";
import type { Transaction } from "@/lib/server/db/transaction";
import { removalChanges } from "@/lib/server/runtime/calls/change-events";

/** How long the result of a job can be looked at, and a file that no job has used be kept. */
export const jobsKeptDays = 30;
const unusedFilesKeptDays = 1;
/** How long a viewer that lost its connection can catch up. */
const changeEventsKeptMilliseconds = 600_000;

const daysBefore = (time: Date, days: number) => new Date(time.getTime() - days * 86_400_000);

/**
 * Deletes jobs that ended, alarms and events of calls of long ago, changes that were published, and the files
 * that nobody needs any more.
 */
export async function removeOldJobs(transaction: Transaction, now: Date): Promise<void> {
  const jobs = await deleteJobsEndedBefore(transaction, daysBefore(now, jobsKeptDays));
  await deleteAlarmsBefore(transaction, daysBefore(now, jobsKeptDays));
  await deleteCallsBefore(transaction, daysBefore(now, jobsKeptDays));
  await deleteChangeEventsBefore(transaction, new Date(now.getTime() - changeEventsKeptMilliseconds));
  await deleteFilesBefore(transaction, daysBefore(now, unusedFilesKeptDays), { ofUnifiedCm: false });
  await deleteFilesBefore(transaction, daysBefore(now, unifiedCmFilesKeptDays), { ofUnifiedCm: true });
  const changes = removalChanges({ jobs });
  if (changes.length > 0) await publishChanges(transaction, now, changes);
}
