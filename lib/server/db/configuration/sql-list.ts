import type { ListQuery } from "@/lib/contract/list";
import { type SqlField, sqlCondition, typedValue } from "@/lib/server/db/configuration/sql-conditions";
import { Prisma } from "@/lib/server/db/generated/client";
import { type Cursor, parseList, writeCursor } from "@/lib/server/db/list-query";

/** The pieces of the SQL of a keyset-paged list. */
export interface SqlListPlan {
  filter: Prisma.Sql;
  page: Prisma.Sql;
  sortValue: Prisma.Sql;
  /** What must be joined to the object's row for the sort value. */
  join: Prisma.Sql;
  direction: Prisma.Sql;
  limit: number;
  cursorAfter: (sortValue: unknown, id: string) => string;
}

/**
 * Turns the query of a list into SQL conditions over `t`.
 * @throws Refusal validationFailed for a field, operator, value or cursor that is not one of the resource
 */
export function planSqlList(query: ListQuery, fields: Readonly<Record<string, SqlField>>): SqlListPlan {
  const { conditions, matchesAny, sortField, isDescending, cursor, limit } = parseList(query, fields);
  const glue = matchesAny ? " OR " : " AND ";
  return {
    filter: conditions.length === 0 ? Prisma.sql`TRUE` : Prisma.join(conditions.map(sqlCondition), glue),
    page: cursor ? pageAfter(cursor, sortField, isDescending) : Prisma.sql`TRUE`,
    sortValue: sortField.expression,
    join: sortField.join ?? Prisma.empty,
    direction: isDescending ? Prisma.sql`DESC` : Prisma.sql`ASC`,
    limit,
    cursorAfter: (sortValue, id) => writeCursor(query.sort, sortValue, id),
  };
}

/**
 * Rows after the cursor, compared as one pair so that an index on both columns finds the place. Of a value in another
 * table that table has no such index; there the value alone leaves out most.
 */
function pageAfter({ value, id }: Cursor, field: SqlField, isDescending: boolean): Prisma.Sql {
  const beyond = isDescending ? Prisma.sql`<` : Prisma.sql`>`;
  const { expression, join } = field;
  const place = typedValue(field, value);
  const pair = Prisma.sql`(${expression}, t."id") ${beyond} (${place}, ${id})`;
  return join ? Prisma.sql`${expression} ${beyond}= ${place} AND ${pair}` : pair;
}
