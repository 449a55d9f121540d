import type { ChangeTopic } from "@/lib/server/db/call/store";
import { readSetting, writeSetting } from "@/lib/server/db/setting";
import type { Transaction } from "@/lib/server/db/transaction";

/** A change that was published, in the order in which it happened. */
export interface StoredChangeEvent {
  readonly place: bigint;
  readonly topic: ChangeTopic;
  readonly subject: string;
  readonly content: unknown;
}

/** What was published after a place, in order; no more than a page. */
export async function listChangeEvents(
  transaction: Transaction,
  after: bigint,
  limit: number,
): Promise<StoredChangeEvent[]> {
  return transaction.$queryRaw<StoredChangeEvent[]>`
    SELECT c."place", c."topic", c."subject", c."content" FROM "ChangeEvent" c
    WHERE c."place" > ${after}::bigint ORDER BY c."place" LIMIT ${limit}`;
}

const settingName = "changeEventsDeletedTo";

/** The place of the newest change, also when it was deleted since; 0 while there was none. */
export async function lastPublishedPlace(transaction: Transaction): Promise<bigint> {
  const [row] = await transaction.$queryRaw<{ last: bigint }[]>`
    SELECT greatest(coalesce((SELECT max("place") FROM "ChangeEvent"), 0),
      coalesce((SELECT max("place") FROM "CallEvent"), 0),
      coalesce((SELECT "value"::bigint FROM "Setting" WHERE "name" = ${settingName}), 0)) AS "last"`;
  return BigInt(row?.last ?? 0);
}

/** Whether everything after a place is still there. */
export async function areChangeEventsKept(transaction: Transaction, after: bigint): Promise<boolean> {
  return after >= BigInt((await readSetting(transaction, settingName)) ?? "0");
}

/** Deletes changes that were published before a time. */
export async function deleteChangeEventsBefore(transaction: Transaction, time: Date): Promise<void> {
  const newest = await transaction.changeEvent.findFirst({
    where: { at: { lt: time } },
    orderBy: { place: "desc" },
  });
  if (!newest) return;
  await writeSetting(transaction, settingName, String(newest.place));
  await transaction.changeEvent.deleteMany({ where: { place: { lte: newest.place } } });
}
