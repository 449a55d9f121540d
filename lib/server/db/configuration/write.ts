import { sql } from "kysely";
import { nameKey } from "@/lib/configuration/text-rules";
import type { NameLookup } from "@/lib/server/db/configuration/names";
import type { StoredObject } from "@/lib/server/db/configuration/read";
import type {
  ChildTable,
  ReferenceColumn,
  StoredFields,
  TableFacts,
} from "@/lib/server/db/configuration/table";
import { insertRows, type NewRow } from "@/lib/server/db/insert-rows";
import { readRows } from "@/lib/server/db/kysely";
import type { Transaction } from "@/lib/server/db/transaction";

/** Who and when, for every write. */
export interface Stamp {
  at: Date;
  by: string;
}

/** An object that is not stored yet. */
export type NewObject = Pick<StoredObject, "id" | "content" | "isStandard" | "copyOf"> & {
  /** Of one that comes back: the version after its removal; else it is the first. */
  readonly version?: number;
};

/** The columns in which references are stored, for the content of an object or an item of it. */
function referenceColumns(references: readonly ReferenceColumn[], content: StoredFields, names: NameLookup) {
  return Object.fromEntries(
    references.map(({ column, to, field, partitionField }) => {
      const name = content[field];
      if (typeof name !== "string") return [column, null];
      const partition = partitionField === undefined ? null : content[partitionField];
      return [column, names.idOf(to, name, typeof partition === "string" ? partition : null)];
    }),
  );
}

/** The columns of an object: fields with a column, references as ids, folded texts, and all the rest. */
export function columnValuesOf(facts: TableFacts, content: StoredFields, names: NameLookup): StoredFields {
  const references = facts.references.filter(({ onlyIn }) => onlyIn === undefined || onlyIn === content.name);
  const elsewhere = new Set([
    facts.nameField,
    ...facts.columns,
    ...references.flatMap(({ field, partitionField = field }) => [field, partitionField]),
    ...facts.children.map(({ field }) => field),
  ]);
  const name = String(content[facts.nameField]);
  return {
    [facts.nameField]: name,
    key: nameKey(name),
    ...Object.fromEntries(facts.columns.map((column) => [column, content[column]])),
    ...referenceColumns(references, content, names),
    ...facts.keys(content),
    settings: Object.fromEntries(Object.entries(content).filter(([field]) => !elsewhere.has(field))),
  };
}

export function itemsOf(
  child: ChildTable,
  owner: string,
  items: readonly unknown[],
  names: NameLookup,
): NewRow[] {
  const [reference] = child.references;
  return items.map((item, position) => {
    const content = child.isListOfNames
      ? { [reference?.field ?? ""]: item, [child.order]: position }
      : (item as StoredFields);
    const columns = child.isListOfNames ? [child.order] : child.columns;
    return {
      [child.owner]: owner,
      ...Object.fromEntries(columns.map((column) => [column, content[column]])),
      ...referenceColumns(child.references, content, names),
    };
  });
}

export const listIn = (content: StoredFields, { field }: ChildTable) => content[field] as readonly unknown[];

function rowOf(facts: TableFacts, object: NewObject, names: NameLookup, { at, by }: Stamp) {
  const { id, content, isStandard, copyOf, version = 1 } = object;
  return {
    id,
    ...columnValuesOf(facts, content, names),
    ...(facts.hasOrigin ? { isStandard, copyOf, copyOfKey: nameKey(copyOf) } : {}),
    version,
    createdAt: at,
    updatedAt: at,
    updatedBy: by,
  };
}

async function insertLists(
  transaction: Transaction,
  { children }: TableFacts,
  objects: readonly NewObject[],
  names: NameLookup,
): Promise<void> {
  for (const child of children) {
    const data = objects.flatMap(({ id, content }) => itemsOf(child, id, listIn(content, child), names));
    await insertRows(transaction, child.table, data);
  }
}

/** Stores many new objects at once. Fails with a unique violation when a name is taken. */
export async function insertObjects(
  transaction: Transaction,
  facts: TableFacts,
  objects: readonly NewObject[],
  names: NameLookup,
  stamp: Stamp,
): Promise<void> {
  const data = objects.map((object) => rowOf(facts, object, names, stamp));
  await insertRows(transaction, facts.table, data);
  await insertLists(transaction, facts, objects, names);
}

/** Stores a new object as version 1. Fails with a unique violation when the name is taken. */
export async function insertObject(
  transaction: Transaction,
  facts: TableFacts,
  object: NewObject,
  names: NameLookup,
  stamp: Stamp,
): Promise<StoredObject> {
  await insertObjects(transaction, facts, [object], names, stamp);
  return {
    ...object,
    version: 1,
    updatedAt: stamp.at,
    updatedBy: stamp.by,
    usedByCount: 0,
    inheritedByCount: 0,
  };
}

/**
 * Stores new objects that have no lists, but those whose name there is already.
 * @returns the ids of those that were stored
 */
export async function insertUnlessThere(
  transaction: Transaction,
  facts: TableFacts,
  objects: readonly NewObject[],
  names: NameLookup,
  stamp: Stamp,
): Promise<ReadonlySet<string>> {
  const data = objects.map((object) => rowOf(facts, object, names, stamp));
  const count = await insertRows(transaction, facts.table, data, { onConflict: "skip" });
  const ids = objects.map(({ id }) => id);
  if (count === ids.length) return new Set(ids);
  const rows = await readRows(
    transaction,
    sql<{ id: string }>`
      SELECT "id" FROM ${sql.table(facts.table)} WHERE "id" = ANY(${ids}::text[])`,
  );
  return new Set(rows.map(({ id }) => id));
}
