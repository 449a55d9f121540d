import { deleteFilesBefore } from "@/lib/server/db/bulk-file";
import { announce } from "@/lib/server/db/call/announce";
import { deleteAnnouncementsBefore } from "@/lib/server/db/call/announcement";
import { deleteCallsBefore } from "@/lib/server/db/call/request";
import { deleteAlarmsBefore } from "@/lib/server/db/device/alarm";
import { deleteUnusedStates } from "@/lib/server/db/device/shared-state";
import { deleteJobsEndedBefore } from "@/lib/server/db/job";
import type { Transaction } from "@/lib/server/db/transaction";
import { removalNews } from "@/lib/server/runtime/calls/tell-viewers";

/** How long the result of a job can be looked at, and a file that no job has used be kept. */
export const jobsKeptDays = 30;
const unusedFilesKeptDays = 1;
/** How long a viewer that lost its connection can catch up. */
const announcementsKeptMilliseconds = 600_000;

const daysBefore = (time: Date, days: number) => new Date(time.getTime() - days * 86_400_000);

/**
 * Deletes jobs that ended, alarms and events of calls of long ago, what viewers were told, and the files and states of phones
 * that nobody needs any more.
 */
export async function removeOldJobs(transaction: Transaction, now: Date): Promise<void> {
  const jobs = await deleteJobsEndedBefore(transaction, daysBefore(now, jobsKeptDays));
  await deleteAlarmsBefore(transaction, daysBefore(now, jobsKeptDays));
  await deleteCallsBefore(transaction, daysBefore(now, jobsKeptDays));
  await deleteAnnouncementsBefore(transaction, new Date(now.getTime() - announcementsKeptMilliseconds));
  await deleteFilesBefore(transaction, daysBefore(now, unusedFilesKeptDays));
  await deleteUnusedStates(transaction);
  const news = removalNews({ jobs });
  if (news.length > 0) await announce(transaction, now, news);
}
