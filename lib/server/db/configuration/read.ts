import { nameKey } from "@/lib/configuration/text-rules";
import type { ListQuery } from "@/lib/contract/list";
import { canBeText } from "@/lib/server/db/bounds";
import { countInheritors } from "@/lib/server/db/configuration/inheritors";
import { identifier } from "@/lib/server/db/configuration/sql-fields";
import { planSqlList, type SqlListPlan } from "@/lib/server/db/configuration/sql-list";
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
import { Prisma } from "@/lib/server/db/generated/client";
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
function shownNames({ column, to, field, partitionField }: ReferenceColumn, row: "t" | "c"): Prisma.Sql[] {
  const id = Prisma.sql`${Prisma.raw(row)}.${identifier(column)}`;
  const name = Prisma.raw(to === "directoryNumber" ? '"pattern"' : '"name"');
  const pair = Prisma.sql`${field}::text, (SELECT r.${name} FROM ${identifier(tableName(to))} r WHERE r."id" = ${id})`;
  if (partitionField === undefined) return [pair];
  const partition = Prisma.sql`${partitionField}::text, (SELECT p."name" FROM "DirectoryNumber" r
    JOIN "Partition" p ON p."id" = r."partitionId" WHERE r."id" = ${id})`;
  return [pair, partition];
}

function jsonOf(pairs: readonly Prisma.Sql[]): Prisma.Sql {
  return pairs.length === 0 ? Prisma.sql`'{}'::jsonb` : Prisma.sql`jsonb_build_object(${Prisma.join(pairs)})`;
}

function listOf(child: ChildTable): Prisma.Sql {
  const { table, owner, order, columns, references, isListOfNames } = child;
  const names = references.flatMap((reference) => shownNames(reference, "c"));
  const item = jsonOf([
    ...columns.map((column) => Prisma.sql`${column}::text, c.${identifier(column)}`),
    ...names,
  ]);
  const [field = ""] = references.map((reference) => reference.field);
  const value = isListOfNames ? Prisma.sql`${item} -> ${field}` : item;
  return Prisma.sql`coalesce((SELECT jsonb_agg(${value} ORDER BY c.${identifier(order)})
    FROM ${identifier(table)} c WHERE c.${identifier(owner)} = t."id"), '[]'::jsonb)`;
}

function computedOf({ computed = {} }: TableFacts): Prisma.Sql {
  return jsonOf(Object.entries(computed).map(([name, value]) => Prisma.sql`${name}::text, ${value}`));
}

/** What a query must select of the content of the object `t`: its columns, and the names and lists that belong to it. */
export function contentColumnsOf(facts: TableFacts): Prisma.Sql {
  const own = [facts.nameField, ...facts.columns].map((column) => Prisma.sql`t.${identifier(column)}`);
  const references = jsonOf(facts.references.flatMap((reference) => shownNames(reference, "t")));
  const lists = jsonOf(facts.children.map((child) => Prisma.sql`${child.field}::text, ${listOf(child)}`));
  return Prisma.join([
    Prisma.sql`t."id", t."settings"`,
    ...own,
    Prisma.sql`${references} AS "references", ${lists} AS "lists"`,
  ]);
}

/** What a query must select of the object `t`. */
export function columnsOf(facts: TableFacts): Prisma.Sql {
  const copySource = facts.hasOrigin ? [Prisma.sql`t."isStandard", t."copyOf"`] : [];
  return Prisma.join([
    contentColumnsOf(facts),
    Prisma.sql`t."version", t."updatedAt", t."updatedBy", ${computedOf(facts)} AS "computed"`,
    ...copySource,
    Prisma.sql`${countUses(facts.kind)} AS "usedByCount", ${countInheritors(facts.kind)} AS "inheritedByCount"`,
  ]);
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

function isIdentified(facts: TableFacts, { name, partition }: Identity): Prisma.Sql {
  const named = Prisma.sql`t."key" = ${nameKey(name)}`;
  if (!isPartitioned(facts)) return named;
  if (partition === null) return Prisma.sql`${named} AND t."partitionId" IS NULL`;
  return Prisma.sql`${named} AND t."partitionId" = (SELECT p."id" FROM "Partition" p WHERE p."key" = ${nameKey(partition)})`;
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
  const rows = await transaction.$queryRaw<Row[]>`
    SELECT ${columnsOf(facts)} FROM ${identifier(facts.table)} t WHERE ${isIdentified(facts, identity)}`;
  return rows[0] ? objectOf(facts, rows[0]) : null;
}

/** Keeps other transactions from changing the object until this one ends; objects that use it may still be made. */
export async function lockObject(
  transaction: Transaction,
  facts: TableFacts,
  identity: Identity,
): Promise<void> {
  if (!canBeStored(identity)) return;
  await transaction.$queryRaw`
    SELECT 1 FROM ${identifier(facts.table)} t WHERE ${isIdentified(facts, identity)} ${heldForChange(facts)}`;
}

/** The rows of one page, each with the value that it is sorted by. */
export function selectPage(facts: TableFacts, plan: SqlListPlan, limit: number): Prisma.Sql {
  const table = identifier(facts.table);
  const { direction, sortValue } = plan;
  // The page is cut out first, so that names and lists are looked up only for the rows that are shown.
  return Prisma.sql`
    WITH page AS MATERIALIZED (
      SELECT t."id", ${sortValue} AS "sortValue" FROM ${table} t ${plan.join} WHERE (${plan.filter}) AND ${plan.page}
      ORDER BY ${sortValue} ${direction}, t."id" ${direction} LIMIT ${limit}
    )
    SELECT ${columnsOf(facts)}, page."sortValue" FROM page JOIN ${table} t ON t."id" = page."id"
    ORDER BY page."sortValue" ${direction}, t."id" ${direction}`;
}

/** A row of a page. */
export type PageRow = Row & { sortValue: unknown };

/** One page of the objects that match, the cursor of the next page and the count of all that match. */
export async function listObjects(
  transaction: Transaction,
  facts: TableFacts,
  query: ListQuery,
): Promise<{ items: StoredObject[]; nextCursor: string | null; total: number }> {
  const plan = planSqlList(query, facts.listFields);
  const page = transaction.$queryRaw<PageRow[]>(selectPage(facts, plan, plan.limit + 1));
  const count = transaction.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS "total" FROM ${identifier(facts.table)} t WHERE ${plan.filter}`;
  // Side by side: on a server each has a connection of its own.
  const [rows, [counted]] = await Promise.all([page, count]);
  const items = rows.slice(0, plan.limit);
  const last = items.at(-1);
  const nextCursor = rows.length > plan.limit && last ? plan.cursorAfter(last.sortValue, last.id) : null;
  return { items: items.map((row) => objectOf(facts, row)), nextCursor, total: counted?.total ?? 0 };
}
