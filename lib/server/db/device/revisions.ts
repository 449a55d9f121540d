import type { Entity } from "@/lib/server/db/revision";
import type { Transaction } from "@/lib/server/db/transaction";

/** The contents of some revisions; those that never were are left out. */
export async function findRevisionsByReference(
  transaction: Transaction,
  references: readonly { readonly entity: Entity; readonly id: string; readonly number: number }[],
): Promise<{ entity: Entity; entityId: string; number: number; content: unknown; at: Date }[]> {
  if (references.length === 0) return [];
  return transaction.$queryRaw`
    SELECT r."entity", r."entityId", r."number", r."content", r."at" FROM "Revision" r
    WHERE (r."entity", r."entityId", r."number") IN (SELECT * FROM unnest(
      ${references.map(({ entity }) => entity)}::text[], ${references.map(({ id }) => id)}::text[],
      ${references.map(({ number }) => number)}::int[]))`;
}
