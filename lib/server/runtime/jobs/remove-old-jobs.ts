import { deleteFilesBefore } from "@/lib/server/db/bulk-file";
import { deleteAlarmsBefore } from "@/lib/server/db/device/alarm";
import { deleteJobsEndedBefore } from "@/lib/server/db/job";
import type { Transaction } from "@/lib/server/db/transaction";

/** How long the result of a job can be looked at, and a file that no job has used be kept. */
export const jobsKeptDays = 30;
const unusedFilesKeptDays = 1;

const daysBefore = (time: Date, days: number) => new Date(time.getTime() - days * 86_400_000);

/** Deletes jobs that ended and alarms that were raised long ago, and files that no job needs any more. */
export async function removeOldJobs(transaction: Transaction, now: Date): Promise<void> {
  await deleteJobsEndedBefore(transaction, daysBefore(now, jobsKeptDays));
  await deleteAlarmsBefore(transaction, daysBefore(now, jobsKeptDays));
  await deleteFilesBefore(transaction, daysBefore(now, unusedFilesKeptDays));
}
