import { Prisma } from "@/lib/server/db/generated/client";
import type { Entity } from "@/lib/server/db/revision";
import type { Transaction } from "@/lib/server/db/transaction";

/** A revision of an object. */
interface Reference {
  readonly entity: Entity;
  readonly id: string;
  readonly number: number;
}

/** That a row of the history `r` is one of these revisions. */
const isOneOf = (references: readonly Reference[]) => Prisma.sql`
  (r."entity", r."entityId", r."number") IN (SELECT * FROM unnest(
    ${references.map(({ entity }) => entity)}::text[], ${references.map(({ id }) => id)}::text[],
    ${references.map(({ number }) => number)}::int[]))`;

/** When the newest of some revisions was made, in milliseconds since 1970; 0 when nobody has one of them. */
export async function findNewestChange(
  transaction: Transaction,
  references: readonly Reference[],
): Promise<number> {
  const [row] = await transaction.$queryRaw<{ at: Date | null }[]>`
    SELECT max(r."at") AS "at" FROM "Revision" r WHERE ${isOneOf(references)}`;
  return row?.at?.getTime() ?? 0;
}

/** The contents of some revisions; those that never were are left out. */
export async function findRevisionsByReference(
  transaction: Transaction,
  references: readonly Reference[],
): Promise<{ entity: Entity; entityId: string; number: number; content: unknown; at: Date }[]> {
  if (references.length === 0) return [];
  return transaction.$queryRaw`
    SELECT r."entity", r."entityId", r."number", r."content", r."at" FROM "Revision" r
    WHERE ${isOneOf(references)}`;
}
