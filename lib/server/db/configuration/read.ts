import { type AliasedExpression, type Expression, type SqlBool, sql } from "kysely";
import { nameKey } from "@/lib/configuration/text-rules";
import type { ListQuery } from "@/lib/contract/list";
import { canBeText } from "@/lib/server/db/bounds";
import { countInheritors } from "@/lib/server/db/configuration/inheritors";
import { rowsOf } from "@/lib/server/db/configuration/rows";
import {
  type ChildTable,
  heldForChange,
  isPartitioned,
  type ReferenceColumn,
  type StoredFields,
  type TableFacts,
  tableName,
} from "@/lib/server/db/configuration/table";
import { countUses } from "@/lib/server/db/configuration/uses";
import { sqlIn } from "@/lib/server/db/kysely";
import { type ListPlan, planList } from "@/lib/server/db/list/plan-list";
import { cutPage, type Page, type Placed, selectPage } from "@/lib/server/db/list/read-page";
import type { Transaction } from "@/lib/server/db/transaction";

/** An object as it is stored. */
export interface StoredObject {
  id: string;
  content: StoredFields;
  isStandard: boolean;
  /** Name of the object that was copied, or "". */
  copyOf: string;
  version: number;
  updatedAt: Date;
  updatedBy: string;
  usedByCount: number;
  /** Phones that take it without naming it. */
  inheritedByCount: number;
  /** What is known of it that is not part of its content; absent of an object that was just made. */
  computed?: StoredFields;
}

/** What names an object: its name, or pattern and partition. */
export interface Identity {
  name: string;
  partition: string | null;
}

/** A row of a query that selects `contentColumnsOf`. */
export interface ContentRow {
  id: string;
  settings: StoredFields;
  references: StoredFields;
  lists: StoredFields;
  [column: string]: unknown;
}

/** A row of a query that selects `columnsOf`. */
export type Row = ContentRow & Omit<StoredObject, "content"> & { computed: StoredFields };

/** The names that a reference shows, as pairs for `jsonb_build_object`; `row` holds the column. */
function shownNames(
  { column, to, field, partitionField }: ReferenceColumn,
  row: "t" | "c",
): Expression<unknown>[] {
  const id = sql.ref(`${row}.${column}`);
  const name = sql.ref(to === "directoryNumber" ? "r.pattern" : "r.name");
  const pair = sql`${field}::text, (SELECT ${name} FROM ${sql.table(tableName(to))} r WHERE r."id" = ${id})`;
  if (partitionField === undefined) return [pair];
  const partition = sql`${partitionField}::text, (SELECT p."name" FROM "DirectoryNumber" r
    JOIN "Partition" p ON p."id" = r."partitionId" WHERE r."id" = ${id})`;
  return [pair, partition];
}

function jsonOf<Value = object>(pairs: readonly Expression<unknown>[]) {
  return pairs.length === 0 ? sql<Value>`'{}'::jsonb` : sql<Value>`jsonb_build_object(${sql.join(pairs)})`;
}

function listOf(child: ChildTable): Expression<unknown> {
  const { table, owner, order, columns, references, isListOfNames } = child;
  const names = references.flatMap((reference) => shownNames(reference, "c"));
  const item = jsonOf([
    ...columns.map((column) => sql`${column}::text, ${sql.ref(`c.${column}`)}`),
    ...names,
  ]);
  const [field = ""] = references.map((reference) => reference.field);
  const value = isListOfNames ? sql`${item} -> ${field}` : item;
  return sql`coalesce((SELECT jsonb_agg(${value} ORDER BY ${sql.ref(`c.${order}`)})
    FROM ${sql.table(table)} c WHERE ${sql.ref(`c.${owner}`)} = t."id"), '[]'::jsonb)`;
}

function computedOf({ computed = {} }: TableFacts) {
  return jsonOf(Object.entries(computed).map(([name, value]) => sql`${name}::text, ${value}`));
}

/** What a query selects, of which kind decides. */
type Selected = readonly AliasedExpression<unknown, string>[];

const own = (columns: readonly string[]): Selected =>
  columns.map((column) => sql`${sql.ref(`t.${column}`)}`.as(column));

/** What a query must select of the content of the object `t`: its columns, and the names and lists that belong to it. */
export function contentColumnsOf(facts: TableFacts): Selected {
  const references = jsonOf(facts.references.flatMap((reference) => shownNames(reference, "t")));
  const lists = jsonOf(facts.children.map((child) => sql`${child.field}::text, ${listOf(child)}`));
  return [
    ...own(["id", "settings", facts.nameField, ...facts.columns]),
    references.as("references"),
    lists.as("lists"),
  ];
}

/** What a query must select of the object `t`. */
export function columnsOf(facts: TableFacts): Selected {
  return [
    ...contentColumnsOf(facts),
    ...own(["version", "updatedAt", "updatedBy", ...(facts.hasOrigin ? ["isStandard", "copyOf"] : [])]),
    computedOf(facts).as("computed"),
    countUses(facts.kind).as("usedByCount"),
    countInheritors(facts.kind).as("inheritedByCount"),
  ];
}

/** The content of a row. */
export function contentIn(facts: TableFacts, row: ContentRow): StoredFields {
  const own = Object.fromEntries([facts.nameField, ...facts.columns].map((field) => [field, row[field]]));
  return { ...own, ...row.references, ...row.settings, ...row.lists };
}

/** The object of a row. */
export function objectOf(facts: TableFacts, row: Row): StoredObject {
  const { id, version, updatedAt, updatedBy, usedByCount, inheritedByCount, computed } = row;
  return {
    id,
    version,
    updatedAt,
    updatedBy,
    usedByCount,
    inheritedByCount,
    computed,
    isStandard: facts.hasOrigin && row.isStandard,
    copyOf: facts.hasOrigin ? row.copyOf : "",
    content: contentIn(facts, row),
  };
}

function isIdentified(facts: TableFacts, { name, partition }: Identity): Expression<SqlBool> {
  const named = sql<SqlBool>`t."key" = ${nameKey(name)}`;
  if (!isPartitioned(facts)) return named;
  if (partition === null) return sql<SqlBool>`${named} AND t."partitionId" IS NULL`;
  return sql<SqlBool>`${named} AND t."partitionId" = (SELECT p."id" FROM "Partition" p WHERE p."key" = ${nameKey(partition)})`;
}

function canBeStored({ name, partition }: Identity): boolean {
  return canBeText(name) && canBeText(partition ?? "");
}

/** The object of that name, ignoring case, or null. */
export async function findObject(
  transaction: Transaction,
  facts: TableFacts,
  identity: Identity,
): Promise<StoredObject | null> {
  if (!canBeStored(identity)) return null;
  const row = await sqlIn(transaction)
    .selectFrom(rowsOf(facts))
    .select(columnsOf(facts))
    .where(isIdentified(facts, identity))
    .$castTo<Row>()
    .executeTakeFirst();
  return row ? objectOf(facts, row) : null;
}

/** Keeps other transactions from changing the object until this one ends; objects that use it may still be made. */
export async function lockObject(
  transaction: Transaction,
  facts: TableFacts,
  identity: Identity,
): Promise<void> {
  if (!canBeStored(identity)) return;
  await sqlIn(transaction)
    .selectFrom(rowsOf(facts))
    .select("id")
    .where(isIdentified(facts, identity))
    .modifyEnd(heldForChange(facts))
    .execute();
}

/** The objects of one page, at most so many, each with its place in the list. */
export function selectObjects(transaction: Transaction, facts: TableFacts, plan: ListPlan, limit: number) {
  const { direction } = plan;
  const rows = rowsOf(facts);
  return (
    sqlIn(transaction)
      // The page is cut out first, so that names and lists are looked up only for the rows that are shown.
      .with(
        (name) => name("page").materialized(),
        (query) => selectPage(query.selectFrom(rows), plan, limit),
      )
      .selectFrom("page")
      .innerJoin(rows, (join) => join.on(sql<SqlBool>`t."id" = page."tieBreaker"`))
      .select(columnsOf(facts))
      .select(["page.sortValue", "page.tieBreaker"])
      .orderBy("page.sortValue", direction)
      .orderBy("t.id", direction)
      .$castTo<Row & Placed>()
  );
}

/** One page of the objects that match, the cursor of the next page and the count of all that match. */
export async function listObjects(
  transaction: Transaction,
  facts: TableFacts,
  query: ListQuery,
): Promise<Page<StoredObject>> {
  const plan = planList(query, facts.listFields);
  const count = sqlIn(transaction)
    .selectFrom(rowsOf(facts))
    .select(sql<number>`count(*)::int`.as("total"))
    .where(plan.filter);
  // Side by side: on a server each has a connection of its own.
  const [found, { total }] = await Promise.all([
    selectObjects(transaction, facts, plan, plan.limit + 1).execute(),
    count.executeTakeFirstOrThrow(),
  ]);
  const { items, nextCursor } = cutPage(found, plan);
  return { items: items.map((row) => objectOf(facts, row)), nextCursor, total };
}
