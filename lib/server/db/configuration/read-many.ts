import { nameKey } from "@/lib/configuration/text-rules";
import type { ListQuery } from "@/lib/contract/list";
import { canBeText } from "@/lib/server/db/bounds";
import {
  type ContentRow,
  columnsOf,
  contentColumnsOf,
  contentIn,
  type Identity,
  objectOf,
  type PageRow,
  type Row,
  type StoredObject,
  selectPage,
} from "@/lib/server/db/configuration/read";
import { identifier } from "@/lib/server/db/configuration/sql-fields";
import { planSqlList } from "@/lib/server/db/configuration/sql-list";
import {
  heldForChange,
  isPartitioned,
  type StoredFields,
  type TableFacts,
} from "@/lib/server/db/configuration/table";
import { Prisma } from "@/lib/server/db/generated/client";
import type { Transaction } from "@/lib/server/db/transaction";

/** What tells an object apart among those of its kind, as one text. */
export function identityKey({ name, partition }: Identity): string {
  return JSON.stringify([nameKey(name), nameKey(partition ?? "")]);
}

function areIdentified(facts: TableFacts, identities: readonly Identity[]): Prisma.Sql {
  const possible = identities.filter(({ name, partition }) => canBeText(name) && canBeText(partition ?? ""));
  const keys = possible.map(({ name }) => nameKey(name));
  if (!isPartitioned(facts)) return Prisma.sql`t."key" = ANY(${keys}::text[])`;
  const partitions = possible.map(({ partition }) => nameKey(partition ?? ""));
  return Prisma.sql`t."key" = ANY(${keys}::text[]) AND
    (t."key", coalesce((SELECT p."key" FROM "Partition" p WHERE p."id" = t."partitionId"), '')) IN
    (SELECT * FROM unnest(${keys}::text[], ${partitions}::text[]))`;
}

/**
 * The objects of some names, by `identityKey`; names that are none are left out. Nobody else can change them until
 * the transaction ends.
 */
export async function findObjectsForChange(
  transaction: Transaction,
  facts: TableFacts,
  identities: readonly Identity[],
): Promise<Map<string, StoredObject>> {
  // Always in the same order: two who take the same objects at once would wait for each other for ever.
  const locked = await transaction.$queryRaw<{ id: string }[]>`
    SELECT t."id" FROM ${identifier(facts.table)} t WHERE ${areIdentified(facts, identities)}
    ORDER BY t."id" ${heldForChange(facts)}`;
  if (locked.length === 0) return new Map();
  const rows = await transaction.$queryRaw<Row[]>`
    SELECT ${columnsOf(facts)} FROM ${identifier(facts.table)} t WHERE t."id" = ANY(${locked.map(({ id }) => id)}::text[])`;
  const objects = rows.map((row) => objectOf(facts, row));
  return new Map(objects.map((object) => [identityKey(identityIn(facts, object)), object]));
}

function identityIn(facts: TableFacts, { content }: StoredObject): Identity {
  const { partition } = content;
  return {
    name: String(content[facts.nameField]),
    partition: isPartitioned(facts) && typeof partition === "string" ? partition : null,
  };
}

/** The objects with some ids, by id; those that are gone are left out. */
export async function findObjectsById(
  transaction: Transaction,
  facts: TableFacts,
  ids: readonly string[],
): Promise<Map<string, StoredObject>> {
  if (ids.length === 0) return new Map();
  const rows = await transaction.$queryRaw<Row[]>`
    SELECT ${columnsOf(facts)} FROM ${identifier(facts.table)} t WHERE t."id" = ANY(${[...ids]}::text[])`;
  return new Map(rows.map((row) => [row.id, objectOf(facts, row)]));
}

/** The contents of the objects with some ids, by id, without asking who uses them; those that are gone are left out. */
export async function findContentsById(
  transaction: Transaction,
  facts: TableFacts,
  ids: readonly string[],
): Promise<Map<string, StoredFields>> {
  if (ids.length === 0) return new Map();
  const rows = await transaction.$queryRaw<ContentRow[]>`
    SELECT ${contentColumnsOf(facts)} FROM ${identifier(facts.table)} t WHERE t."id" = ANY(${[...ids]}::text[])`;
  return new Map(rows.map((row) => [row.id, contentIn(facts, row)]));
}

/** The objects that match a query, page by page, in its order; the query's limit is the size of a page. */
export async function* scanObjects(
  transaction: Transaction,
  facts: TableFacts,
  query: ListQuery,
): AsyncGenerator<StoredObject[]> {
  let cursor: string | undefined;
  do {
    const plan = planSqlList(cursor === undefined ? query : { ...query, cursor }, facts.listFields);
    const rows = await transaction.$queryRaw<PageRow[]>(selectPage(facts, plan, plan.limit));
    yield rows.map((row) => objectOf(facts, row));
    const last = rows.at(-1);
    cursor = rows.length === plan.limit && last ? plan.cursorAfter(last.sortValue, last.id) : undefined;
  } while (cursor !== undefined);
}

/** The ids of all objects that match the conditions of a query, in the order of their names. */
export async function listObjectIds(
  transaction: Transaction,
  facts: TableFacts,
  query: ListQuery,
): Promise<string[]> {
  const { filter } = planSqlList(query, facts.listFields);
  const rows = await transaction.$queryRaw<{ id: string }[]>`
    SELECT t."id" FROM ${identifier(facts.table)} t WHERE ${filter} ORDER BY t."key", t."id"`;
  return rows.map(({ id }) => id);
}

/** How many columns each list of the objects that match needs, by the field of the list. */
export async function largestLists(
  transaction: Transaction,
  facts: TableFacts,
  query: ListQuery,
  lists: readonly { readonly field: string; readonly isNumbered: boolean }[],
): Promise<Readonly<Record<string, number>>> {
  if (lists.length === 0) return {};
  const { filter } = planSqlList(query, facts.listFields);
  const sizes = lists.map(({ field, isNumbered }) => {
    const child = facts.children.find((one) => one.field === field);
    if (!child) return Prisma.sql`max(jsonb_array_length(t."settings" -> ${field}))`;
    const items = Prisma.sql`FROM ${identifier(child.table)} c WHERE c.${identifier(child.owner)} = t."id"`;
    return isNumbered
      ? Prisma.sql`max((SELECT max(c.${identifier(child.order)}) ${items}))`
      : Prisma.sql`max((SELECT count(*) ${items}))`;
  });
  const [row] = await transaction.$queryRaw<{ sizes: (number | null)[] }[]>`
    SELECT jsonb_build_array(${Prisma.join(sizes)}) AS "sizes" FROM ${identifier(facts.table)} t WHERE ${filter}`;
  return Object.fromEntries(lists.map(({ field }, index) => [field, Number(row?.sizes[index] ?? 0)]));
}
