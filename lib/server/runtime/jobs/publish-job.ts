import { publishChanges } from "@/lib/server/db/call/publish-changes";
import type { StoredJob } from "@/lib/server/db/job";
import type { Transaction } from "@/lib/server/db/transaction";

/** Tells viewers how far a job is; the last statement of a transaction, because others wait until it ends. */
export async function publishJob(
  transaction: Transaction,
  now: Date,
  {
    id,
    state,
    total,
    done,
    waiting,
    failed,
  }: Pick<StoredJob, "id" | "state" | "total" | "done" | "waiting" | "failed">,
): Promise<void> {
  const content = { id, state, total, done, waiting, failed };
  await publishChanges(transaction, now, [{ topic: "job", subject: id, content }]);
}
