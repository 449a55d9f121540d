import { inChange, requirePermission, type ServiceContext } from "@/lib/server/context";
import type { StoredChangeObject } from "@/lib/server/db/change";
import { findChange } from "@/lib/server/db/change-list";
import { listObjectsBackwards } from "@/lib/server/db/change-undo";
import type { StoredJob } from "@/lib/server/db/job";
import { listFailedItems, type StoredJobItem } from "@/lib/server/db/job-item";
import type { Transaction } from "@/lib/server/db/transaction";
import type { Batch, JobHandler } from "@/lib/server/runtime/jobs/handler";
import { undoObjects } from "@/lib/server/services/change/undo/undo-objects";
import type { UndoneObject } from "@/lib/server/services/change/undo/undone-object";

/** Objects of one batch. */
const objectsOfBatch = 250;

/** Takes a change back [CL-02]: last what it came to first. Its own change takes the place of an undo in the history. */
export const undoHandler: JobHandler = { runBatch };

async function runBatch(transaction: Transaction, context: ServiceContext, job: StoredJob): Promise<Batch> {
  const changeId = String(job.parameters.change);
  const change = await findChange(transaction, changeId);
  if (!change) throw new Error(`The change ${changeId} is gone`);
  const { total } = change;
  const isDryRun = job.parameters.isDryRun === true;
  const before = typeof job.cursor === "number" ? job.cursor : total + 1;
  const objects = await listObjectsBackwards(transaction, changeId, { before, limit: objectsOfBatch });
  const wanted = await withoutDone(transaction, job, total, objects);
  // The role of whoever began it may have become another one.
  for (const kind of new Set(wanted.map(({ entity }) => entity)))
    requirePermission(context, kind, isDryRun ? "read" : "update");
  const changing = inChange(context, "undo", job.reason, { job, undoes: changeId });
  const run = { changeId, total, jobId: job.id, reason: job.reason, isDryRun };
  const undone = await undoObjects(transaction, changing, run, wanted);
  const last = objects.at(-1);
  return {
    items: undone.map((one) => itemOf(total, one)),
    cursor: last && last.position > 1 ? last.position : null,
  };
}

/** The place of an object in an undo: the last object of the change is the first. */
const placeOf = (total: number, { position }: StoredChangeObject) => total + 1 - position;

/** The objects to take back: all, or when it is tried again those of which something was left before. */
async function withoutDone(
  transaction: Transaction,
  { retryOf }: StoredJob,
  total: number,
  objects: readonly StoredChangeObject[],
): Promise<readonly StoredChangeObject[]> {
  const [first, last] = [objects.at(0), objects.at(-1)];
  if (retryOf === null || !first || !last) return objects;
  const items = await listFailedItems(transaction, retryOf, placeOf(total, first), placeOf(total, last));
  const failed = new Set(items.map(({ position }) => position));
  return objects.filter((object) => failed.has(placeOf(total, object)));
}

function itemOf(total: number, { object, identity, outcome, problems }: UndoneObject): StoredJobItem {
  const hasLeft = problems.length > 0;
  return {
    position: placeOf(total, object),
    ...identity,
    objectId: object.entityId,
    state: hasLeft ? "failed" : "done",
    outcome: hasLeft ? "" : outcome,
    problems: hasLeft ? problems : null,
    result: { kind: object.entity },
  };
}
