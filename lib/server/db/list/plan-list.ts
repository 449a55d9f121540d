import { type AliasableExpression, type Expression, type OrderByDirection, type SqlBool, sql } from "kysely";
import type { ListQuery } from "@/lib/contract/list";
import {
  fieldCondition,
  type ListField,
  type ListFields,
  type ListJoin,
  typedValue,
} from "@/lib/server/db/list/conditions";
import { type Cursor, parseList, refuseQuery, writeCursor } from "@/lib/server/db/list/list-query";

/** What tells rows with an equal sort value apart: their text `id`, or `place`, the number of the order in which they were made. */
type TieBreaker = "id" | "place";

/** The parts of a keyset-paged list of rows `t`. */
export interface ListPlan {
  readonly filter: Expression<SqlBool>;
  readonly page: Expression<SqlBool>;
  readonly sortValue: AliasableExpression<unknown>;
  readonly tieBreaker: AliasableExpression<unknown>;
  /** What must be joined to the row for the sort value. */
  readonly join: ListJoin | undefined;
  readonly direction: OrderByDirection & string;
  readonly limit: number;
  readonly cursorAfter: (sortValue: unknown, tieBreaker: unknown) => string;
}

/**
 * Turns the query of a list into conditions on its row `t` and the order of the rows.
 * @param tieBreaker `place` for what is listed in the order in which it was made: ids are random
 * @throws Refusal validationFailed for a field, operator, value or cursor that is not one of the resource
 */
export function planList(query: ListQuery, fields: ListFields, tieBreaker: TieBreaker = "id"): ListPlan {
  const { conditions, matchesAny, sortField, isDescending, cursor, limit } = parseList(query, fields);
  const tied = sql.ref(`t.${tieBreaker}`);
  const after = (from: Cursor) =>
    pageAfter(
      from.value,
      sortField,
      isDescending,
      tied,
      tieBreaker === "place" ? placeOf(from) : sql.val(from.id),
    );
  return {
    filter:
      conditions.length === 0
        ? sql<SqlBool>`TRUE`
        : sql<SqlBool>`(${sql.join(conditions.map(fieldCondition), matchesAny ? sql` OR ` : sql` AND `)})`,
    page: cursor ? after(cursor) : sql<SqlBool>`TRUE`,
    sortValue: sortField.expression,
    tieBreaker: tied,
    join: sortField.join,
    direction: isDescending ? "desc" : "asc",
    limit,
    cursorAfter: (sortValue, last) => writeCursor(query.sort, sortValue, String(last)),
  };
}

/**
 * Rows after the cursor, compared as one pair so that an index on both columns finds the place. Of a value in another
 * table that table has no such index; there the value alone leaves out most.
 */
function pageAfter(
  value: Cursor["value"],
  field: ListField,
  isDescending: boolean,
  tied: Expression<unknown>,
  lastTied: Expression<unknown>,
): Expression<SqlBool> {
  const beyond = isDescending ? sql`<` : sql`>`;
  const { expression, isOptional, join } = field;
  if (value === null) {
    // PostgreSQL has rows without a value at the end, in descending order at the beginning.
    const page = sql<SqlBool>`(${expression} IS NULL AND ${tied} ${beyond} ${lastTied})`;
    return isDescending ? sql<SqlBool>`(${page} OR ${expression} IS NOT NULL)` : page;
  }
  const place = typedValue(field, value);
  const pair = sql<SqlBool>`(${expression}, ${tied}) ${beyond} (${place}, ${lastTied})`;
  if (isOptional && !isDescending) return sql<SqlBool>`(${pair} OR ${expression} IS NULL)`;
  return join ? sql<SqlBool>`(${expression} ${beyond}= ${place} AND ${pair})` : pair;
}

/** @throws Refusal validationFailed for a cursor that is none of a list with places */
function placeOf({ id }: Cursor): Expression<unknown> {
  if (!/^\d{1,18}$/.test(id)) refuseQuery(["cursor"], "badCursor");
  return sql`${id}::bigint`;
}
