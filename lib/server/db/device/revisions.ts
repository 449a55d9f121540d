import { type SqlBool, sql } from "kysely";
import { sqlIn } from "@/lib/server/db/kysely";
import type { Entity } from "@/lib/server/db/revision";
import type { Transaction } from "@/lib/server/db/transaction";

/** A revision of an object. */
interface Reference {
  readonly entity: Entity;
  readonly id: string;
  readonly number: number;
}

/** That a row of the history `r` is one of these revisions. */
const isOneOf = (references: readonly Reference[]) => sql<SqlBool>`
  (r."entity", r."entityId", r."number") IN (SELECT * FROM unnest(
    ${references.map(({ entity }) => entity)}::text[], ${references.map(({ id }) => id)}::text[],
    ${references.map(({ number }) => number)}::int[]))`;

/** When the newest of some revisions was made, in milliseconds since 1970; 0 when nobody has one of them. */
export async function findNewestChange(
  transaction: Transaction,
  references: readonly Reference[],
): Promise<number> {
  const { at } = await sqlIn(transaction)
    .selectFrom("Revision as r")
    .select(({ fn }) => fn.max("r.at").as("at"))
    .where(isOneOf(references))
    .$castTo<{ at: Date | null }>()
    .executeTakeFirstOrThrow();
  return at?.getTime() ?? 0;
}

/** The contents of some revisions; those that never were are left out. */
export async function findRevisionsByReference(
  transaction: Transaction,
  references: readonly Reference[],
): Promise<{ entity: Entity; entityId: string; number: number; content: unknown; at: Date }[]> {
  if (references.length === 0) return [];
  return sqlIn(transaction)
    .selectFrom("Revision as r")
    .select(["r.entity", "r.entityId", "r.number", "r.content", "r.at"])
    .where(isOneOf(references))
    .$narrowType<{ entity: Entity }>()
    .execute();
}
