import type { Identity } from "@/lib/server/db/configuration/read";
import type { StoredJob } from "@/lib/server/db/job";
import { type StoredJobItem, takeWaitingItems } from "@/lib/server/db/job-item";
import type { Transaction } from "@/lib/server/db/transaction";
import type { Batch } from "@/lib/server/runtime/jobs/handler";
import { jobItem } from "@/lib/server/services/bulk/item-of";
import type { ManyResult } from "@/lib/server/services/configuration/many";

/** Objects of one batch. */
const itemsOfBatch = 250;

/** An object of the set, and its place there. */
export type ChosenItem = Identity & Pick<StoredJobItem, "position">;

/** Does the next items of a set that was chosen when the job was made. */
export async function runSelectedItems(
  transaction: Transaction,
  job: StoredJob,
  work: (items: readonly ChosenItem[]) => Promise<ManyResult[]>,
): Promise<Batch> {
  const waiting = await takeWaitingItems(transaction, job.id, itemsOfBatch);
  const results = await work(waiting);
  const items = waiting.flatMap((item, index) => {
    const result = results[index];
    return result ? [{ ...jobItem(item.position, item, result), objectId: item.objectId ?? null }] : [];
  });
  return { items, cursor: waiting.length < itemsOfBatch ? null : "waiting" };
}
