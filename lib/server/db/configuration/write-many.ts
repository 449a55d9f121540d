import { sql } from "kysely";
import { sameContent } from "@/lib/configuration/content-patch";
import type { NameLookup } from "@/lib/server/db/configuration/names";
import type { StoredObject } from "@/lib/server/db/configuration/read";
import type { StoredFields, TableFacts } from "@/lib/server/db/configuration/table";
import { columnValuesOf, itemsOf, listIn, type Stamp } from "@/lib/server/db/configuration/write";
import { insertRows, updateRows } from "@/lib/server/db/insert-rows";
import { readRows, writeRows } from "@/lib/server/db/kysely";
import type { Transaction } from "@/lib/server/db/transaction";

/** An object as it is stored and what it becomes. */
export interface ObjectChange {
  readonly before: StoredObject;
  readonly content: StoredFields;
}

/**
 * Stores the next versions of objects.
 * @returns the stored objects, in the same order, or null when somebody else has stored another version of one since it
 * was read
 */
export async function saveObjects(
  transaction: Transaction,
  facts: TableFacts,
  changes: readonly ObjectChange[],
  names: NameLookup,
  { at, by }: Stamp,
): Promise<StoredObject[] | null> {
  const after = changes.map(({ before, content }) => ({
    ...before,
    content,
    version: before.version + 1,
    updatedAt: at,
    updatedBy: by,
  }));
  const rows = after.map(({ id, content, version }) => ({
    ...{ id, ...columnValuesOf(facts, content, names) },
    ...{ version, updatedAt: at, updatedBy: by },
  }));
  const count = await updateRows(transaction, facts.table, rows, { isNextVersion: true });
  if (count < rows.length) return null;
  const downloaded = after.filter(({ content }, at) =>
    facts.changesDownload?.(changes[at]?.before.content ?? {}, content),
  );
  await updateRows(
    transaction,
    facts.table,
    downloaded.map(({ id, version }) => ({ id, downloadVersion: version })),
  );
  for (const child of facts.children) {
    const changed = changes.filter(
      ({ before, content }) => !sameContent(listIn(before.content, child), listIn(content, child)),
    );
    if (changed.length === 0) continue;
    const owners = changed.map(({ before }) => before.id);
    await writeRows(
      transaction,
      sql`
        DELETE FROM ${sql.table(child.table)} WHERE ${sql.ref(child.owner)} = ANY(${owners}::text[])`,
    );
    const items = changed.flatMap(({ before, content }) =>
      itemsOf(child, before.id, listIn(content, child), names),
    );
    await insertRows(transaction, child.table, items);
  }
  return after;
}

/** Removes objects. Fails with a reference violation when others use one of them. */
export async function deleteObjects(
  transaction: Transaction,
  { table }: TableFacts,
  ids: readonly string[],
): Promise<void> {
  await writeRows(transaction, sql`DELETE FROM ${sql.table(table)} WHERE "id" = ANY(${[...ids]}::text[])`);
}

/**
 * Objects other than the given ones that have a value of a unique column.
 * @returns those values
 */
export async function takenValues(
  transaction: Transaction,
  { table }: TableFacts,
  column: string,
  values: readonly string[],
  exceptIds: readonly string[],
): Promise<Set<string>> {
  const rows = await readRows(
    transaction,
    sql<{ value: string }>`
      SELECT ${sql.ref(column)} AS "value" FROM ${sql.table(table)}
      WHERE ${sql.ref(column)} = ANY(${[...values]}::text[]) AND NOT "id" = ANY(${[...exceptIds]}::text[])`,
  );
  return new Set(rows.map(({ value }) => value));
}
