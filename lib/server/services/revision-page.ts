import type { RevisionsQuery } from "@/lib/contract/history";
import { type Entity, listRevisions, type StoredRevision } from "@/lib/server/db/revision";
import type { Transaction } from "@/lib/server/db/transaction";
import { Refusal, refuseProblems } from "@/lib/server/errors";

const most = 250;
const number = /^\d{1,9}$/;

/** A revision as the API answers it, without what it changed and stored. */
export function toRevisionDto({ number, at, by, reason, action, restored }: StoredRevision) {
  return { number, at: at.toISOString(), by, reason, action, restored };
}

/**
 * One page of the history of an object, newest first.
 * @param changesBetween what changed from one revision (null: from nothing) to the next, in the words of the object
 * @throws Refusal validationFailed for a cursor that is none
 */
export async function revisionPage<Change>(
  transaction: Transaction,
  entity: Entity,
  entityId: string,
  { limit = most, cursor }: Partial<RevisionsQuery>,
  changesBetween: (earlier: StoredRevision | null, revision: StoredRevision) => Change[],
) {
  if (cursor !== undefined && !number.test(cursor)) refuseProblems([{ path: ["cursor"], code: "badCursor" }]);
  const before = cursor === undefined ? undefined : Number(cursor);
  // One more: the last revision of the page is told by the one before it.
  const rows = await listRevisions(transaction, entity, entityId, { limit: limit + 1, before });
  const items = rows.slice(0, limit).map((revision, at) => ({
    ...toRevisionDto(revision),
    changes: changesBetween(rows[at + 1] ?? null, revision),
  }));
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? String(last.number) : null };
}

/** The refusal of a number that no revision of the object has. */
export function noRevision(name: string, number: number): Refusal {
  return new Refusal("notFound", { name, number });
}
