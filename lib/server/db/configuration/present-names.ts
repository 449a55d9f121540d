import { sql } from "kysely";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { tableName } from "@/lib/server/db/configuration/table";
import { readRows } from "@/lib/server/db/kysely";
import type { Transaction } from "@/lib/server/db/transaction";

/** A name that a content held at a time. */
export interface OldName {
  readonly kind: Exclude<ConfigurationKind, "directoryNumber">;
  readonly name: string;
  readonly at: Date;
}

const keyOf = ({ kind, name, at }: OldName) => JSON.stringify([kind, name, at.getTime()]);

/**
 * What objects are called now that had some names at some times: the history tells which object it was. The name of an
 * object that is gone stays as it was.
 */
export async function presentNames(
  transaction: Transaction,
  names: readonly OldName[],
): Promise<(name: OldName) => string> {
  const present = new Map<string, string>();
  const kinds = new Set(names.map(({ kind }) => kind));
  for (const kind of kinds) {
    const distinct = [
      ...new Map(names.filter((name) => name.kind === kind).map((name) => [keyOf(name), name])).values(),
    ];
    const rows = await readRows(
      transaction,
      sql<{ position: number; name: string }>`
        SELECT w."position"::int AS "position", o."name"
        FROM unnest(${distinct.map(({ name }) => name)}::text[], ${distinct.map(({ at }) => at.toISOString().replace("Z", ""))}::timestamp(3)[])
          WITH ORDINALITY AS w("name", "at", "position")
        CROSS JOIN LATERAL (SELECT r."entityId" FROM "Revision" r
          WHERE r."entity" = ${kind} AND r."entityName" = w."name" AND r."at" <= w."at"
          ORDER BY r."at" DESC, r."place" DESC LIMIT 1) h
        JOIN ${sql.table(tableName(kind))} o ON o."id" = h."entityId"`,
    );
    for (const { position, name } of rows) {
      const old = distinct[position - 1];
      if (old) present.set(keyOf(old), name);
    }
  }
  return (name) => present.get(keyOf(name)) ?? name.name;
}
