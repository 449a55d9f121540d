import { type SelectQueryBuilder, sql } from "kysely";
import type { ListPlan } from "@/lib/server/db/list/plan-list";

/** One page, the cursor of the next one, and how many rows match altogether. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  total: number;
}

/** By what a row has its place in a list. */
export interface Placed {
  readonly sortValue: unknown;
  readonly tieBreaker: unknown;
}

/**
 * Reads the page of a plan out of a query of rows `t`, and how many rows there are on all pages. The rows still have their
 * places, for whoever hands them on as they are.
 */
export async function readPage<Database, Names extends keyof Database, Row>(
  rows: SelectQueryBuilder<Database, Names, Row>,
  plan: ListPlan,
): Promise<Page<Row>> {
  const count = rows
    .where(plan.filter)
    .clearSelect()
    .select(sql<number>`count(*)::int`.as("total"))
    .$castTo<{ total: number }>();
  // Side by side: on a server each has a connection of its own.
  const [found, { total }] = await Promise.all([
    selectPage(rows, plan, plan.limit + 1).execute(),
    count.executeTakeFirstOrThrow(),
  ]);
  return { ...cutPage(found, plan), total };
}

/** Of a query of rows `t` those of the page of a plan, at most so many, in their order and with their places. */
export function selectPage<Database, Names extends keyof Database, Row>(
  rows: SelectQueryBuilder<Database, Names, Row>,
  { filter, page, join, sortValue, tieBreaker, direction }: ListPlan,
  limit: number,
): SelectQueryBuilder<Database, Names, Row & Placed> {
  const table = sql<object>`${sql.table(join?.table ?? "")}`.as("s");
  const on = join?.on ?? sql<boolean>`TRUE`;
  return rows
    .$if(join?.isOptional === true, (query) => query.leftJoin(table, (joined) => joined.on(on)))
    .$if(join?.isOptional === false, (query) => query.innerJoin(table, (joined) => joined.on(on)))
    .where(filter)
    .where(page)
    .select([sortValue.as("sortValue"), tieBreaker.as("tieBreaker")])
    .orderBy(sortValue, direction)
    .orderBy(tieBreaker, direction)
    .limit(limit)
    .$castTo<Row & Placed>();
}

/** The rows of a page out of those that were read, one more than it has, and the cursor of the next page. */
export function cutPage<Row extends Placed>(
  found: readonly Row[],
  { limit, cursorAfter }: ListPlan,
): { items: Row[]; nextCursor: string | null } {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const hasNext = found.length > limit && last !== undefined;
  return { items, nextCursor: hasNext ? cursorAfter(last.sortValue, last.tieBreaker) : null };
}
