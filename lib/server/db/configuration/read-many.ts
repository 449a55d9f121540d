import { type Expression, type SqlBool, sql } from "kysely";
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
  type Row,
  type StoredObject,
  selectObjects,
} from "@/lib/server/db/configuration/read";
import { rowsOf } from "@/lib/server/db/configuration/rows";
import {
  heldForChange,
  isPartitioned,
  type StoredFields,
  type TableFacts,
} from "@/lib/server/db/configuration/table";
import { sqlIn } from "@/lib/server/db/kysely";
import { planList } from "@/lib/server/db/list/plan-list";
import type { Transaction } from "@/lib/server/db/transaction";

/** What tells an object apart among those of its kind, as one text. */
export function identityKey({ name, partition }: Identity): string {
  return JSON.stringify([nameKey(name), nameKey(partition ?? "")]);
}

/** The texts as one parameter. */
const texts = (values: readonly string[]) => sql<string[]>`${[...values]}::text[]`;

function areIdentified(facts: TableFacts, identities: readonly Identity[]): Expression<SqlBool> {
  const possible = identities.filter(({ name, partition }) => canBeText(name) && canBeText(partition ?? ""));
  const keys = texts(possible.map(({ name }) => nameKey(name)));
  if (!isPartitioned(facts)) return sql<SqlBool>`t."key" = ANY(${keys})`;
  const partitions = texts(possible.map(({ partition }) => nameKey(partition ?? "")));
  return sql<SqlBool>`t."key" = ANY(${keys}) AND
    (t."key", coalesce((SELECT p."key" FROM "Partition" p WHERE p."id" = t."partitionId"), '')) IN
    (SELECT * FROM unnest(${keys}, ${partitions}))`;
}

const haveIds = (ids: readonly string[]) => sql<SqlBool>`t."id" = ANY(${texts(ids)})`;

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
  const locked = await sqlIn(transaction)
    .selectFrom(rowsOf(facts))
    .select("t.id")
    .where(areIdentified(facts, identities))
    .orderBy("t.id")
    .modifyEnd(heldForChange(facts))
    .execute();
  if (locked.length === 0) return new Map();
  const rows = await sqlIn(transaction)
    .selectFrom(rowsOf(facts))
    .select(columnsOf(facts))
    .where(haveIds(locked.map(({ id }) => id)))
    .$castTo<Row>()
    .execute();
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

/** The same by their ids, which nobody else can change until the transaction ends. */
export async function findObjectsByIdForChange(
  transaction: Transaction,
  facts: TableFacts,
  ids: readonly string[],
): Promise<Map<string, StoredObject>> {
  await sqlIn(transaction)
    .selectFrom(rowsOf(facts))
    .select("t.id")
    .where(haveIds(ids))
    .orderBy("t.id")
    .modifyEnd(heldForChange(facts))
    .execute();
  return findObjectsById(transaction, facts, ids);
}

/** The objects with some ids, by id; those that are gone are left out. */
export async function findObjectsById(
  transaction: Transaction,
  facts: TableFacts,
  ids: readonly string[],
): Promise<Map<string, StoredObject>> {
  if (ids.length === 0) return new Map();
  const rows = await sqlIn(transaction)
    .selectFrom(rowsOf(facts))
    .select(columnsOf(facts))
    .where(haveIds(ids))
    .$castTo<Row>()
    .execute();
  return new Map(rows.map((row) => [row.id, objectOf(facts, row)]));
}

/** The contents of the objects with some ids, by id, without asking who uses them; those that are gone are left out. */
export async function findContentsById(
  transaction: Transaction,
  facts: TableFacts,
  ids: readonly string[],
): Promise<Map<string, StoredFields>> {
  if (ids.length === 0) return new Map();
  const rows = await sqlIn(transaction)
    .selectFrom(rowsOf(facts))
    .select(contentColumnsOf(facts))
    .where(haveIds(ids))
    .$castTo<ContentRow>()
    .execute();
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
    const plan = planList(cursor === undefined ? query : { ...query, cursor }, facts.listFields);
    const rows = await selectObjects(transaction, facts, plan, plan.limit).execute();
    yield rows.map((row) => objectOf(facts, row));
    const last = rows.at(-1);
    cursor =
      rows.length === plan.limit && last ? plan.cursorAfter(last.sortValue, last.tieBreaker) : undefined;
  } while (cursor !== undefined);
}

/** All objects that match the conditions of a query, as a query of their ids in brackets. */
export function matchingIds(facts: TableFacts, query: ListQuery): Expression<unknown> {
  return sql`(SELECT t."id" FROM ${rowsOf(facts)} WHERE ${planList(query, facts.listFields).filter})`;
}

/** How many columns each list of the objects that match needs, by the field of the list. */
export async function largestLists(
  transaction: Transaction,
  facts: TableFacts,
  query: ListQuery,
  lists: readonly { readonly field: string; readonly isNumbered: boolean }[],
): Promise<Readonly<Record<string, number>>> {
  if (lists.length === 0) return {};
  const sizes = lists.map(({ field, isNumbered }) => {
    const child = facts.children.find((one) => one.field === field);
    if (!child) return sql`max(jsonb_array_length(t."settings" -> ${field}))`;
    const items = sql`FROM ${sql.table(child.table)} c WHERE ${sql.ref(`c.${child.owner}`)} = t."id"`;
    return isNumbered
      ? sql`max((SELECT max(${sql.ref(`c.${child.order}`)}) ${items}))`
      : sql`max((SELECT count(*) ${items}))`;
  });
  const { sizes: found } = await sqlIn(transaction)
    .selectFrom(rowsOf(facts))
    .select(sql<(number | null)[]>`jsonb_build_array(${sql.join(sizes)})`.as("sizes"))
    .where(planList(query, facts.listFields).filter)
    .executeTakeFirstOrThrow();
  return Object.fromEntries(lists.map(({ field }, index) => [field, Number(found[index] ?? 0)]));
}
