import type { AnnouncedTopic } from "@/lib/server/db/call/store";
import { readSetting, writeSetting } from "@/lib/server/db/setting";
import type { Transaction } from "@/lib/server/db/transaction";

/** Something that viewers are told, in the order in which it happened. */
export interface StoredAnnouncement {
  readonly place: bigint;
  readonly topic: AnnouncedTopic;
  readonly subject: string;
  readonly content: unknown;
}

/** What was announced after a place, in order; no more than a page. */
export async function listAnnouncements(
  transaction: Transaction,
  after: bigint,
  limit: number,
): Promise<StoredAnnouncement[]> {
  return transaction.$queryRaw<StoredAnnouncement[]>`
    SELECT a."place", a."topic", a."subject", a."content" FROM "Announcement" a
    WHERE a."place" > ${after}::bigint ORDER BY a."place" LIMIT ${limit}`;
}

/** The place of the newest announcement; 0 while there is none. */
export async function lastAnnouncedPlace(transaction: Transaction): Promise<bigint> {
  const [row] = await transaction.$queryRaw<{ last: bigint }[]>`
    SELECT greatest(coalesce((SELECT max("place") FROM "Announcement"), 0),
      coalesce((SELECT max("place") FROM "CallEvent"), 0)) AS "last"`;
  return BigInt(row?.last ?? 0);
}

const settingName = "announcementsDeletedTo";

/** Whether everything after a place is still there. */
export async function areAnnouncementsKept(transaction: Transaction, after: bigint): Promise<boolean> {
  return after >= BigInt((await readSetting(transaction, settingName)) ?? "0");
}

/** Deletes announcements made before a time. */
export async function deleteAnnouncementsBefore(transaction: Transaction, time: Date): Promise<void> {
  const newest = await transaction.announcement.findFirst({
    where: { at: { lt: time } },
    orderBy: { place: "desc" },
  });
  if (!newest) return;
  await writeSetting(transaction, settingName, String(newest.place));
  await transaction.announcement.deleteMany({ where: { place: { lte: newest.place } } });
}
