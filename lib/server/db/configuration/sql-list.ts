import type { ListQuery } from "@/lib/contract/list";
import { Prisma } from "@/lib/server/db/generated/client";
import {
  type Condition,
  type Cursor,
  literalPattern,
  parseList,
  type SearchField,
  writeCursor,
} from "@/lib/server/db/list-query";

/** A field as an SQL expression over the object's row `t`; never null. */
export interface SqlField extends SearchField {
  expression: Prisma.Sql;
  /** For a field with many values an object: the condition on one value becomes one on the object. */
  any?: { value: Prisma.Sql; exists: (condition: Prisma.Sql) => Prisma.Sql };
}

/** The pieces of the SQL of a keyset-paged list. */
export interface SqlListPlan {
  filter: Prisma.Sql;
  page: Prisma.Sql;
  sortValue: Prisma.Sql;
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
    direction: isDescending ? Prisma.sql`DESC` : Prisma.sql`ASC`,
    limit,
    cursorAfter: (sortValue, id) => writeCursor(query.sort, sortValue, id),
  };
}

function sqlCondition({ field, operator, value }: Condition<SqlField>): Prisma.Sql {
  const { any, expression } = field;
  if (!any) return comparison(expression, { field, operator, value });
  if (operator === "isEmpty") return Prisma.sql`NOT ${any.exists(Prisma.sql`TRUE`)}`;
  if (operator === "isNotEmpty") return any.exists(Prisma.sql`TRUE`);
  return any.exists(comparison(any.value, { field, operator, value }));
}

function comparison(expression: Prisma.Sql, { field, operator, value }: Condition<SqlField>): Prisma.Sql {
  if (field.kind !== "text") {
    if (operator === "isEmpty") return Prisma.sql`FALSE`;
    return operator === "isNotEmpty" ? Prisma.sql`TRUE` : Prisma.sql`${expression} = ${typed(field, value)}`;
  }
  const wanted = String(value);
  const literal = literalPattern(wanted);
  switch (operator) {
    case "beginsWith":
      return Prisma.sql`${expression} LIKE ${`${literal}%`}`;
    case "contains":
      return Prisma.sql`${expression} LIKE ${`%${literal}%`}`;
    case "endsWith":
      return Prisma.sql`${expression} LIKE ${`%${literal}`}`;
    case "isExactly":
      return Prisma.sql`${expression} = ${wanted}`;
    case "isEmpty":
      return Prisma.sql`${expression} = ''`;
    case "isNotEmpty":
      return Prisma.sql`${expression} <> ''`;
  }
}

/** The value with its type, for databases that cannot tell it from the place where it stands. */
function typed({ kind }: SqlField, value: Cursor["value"]): Prisma.Sql {
  switch (kind) {
    case "text":
      return Prisma.sql`${value}`;
    case "number":
      return Prisma.sql`${value}::int`;
    case "boolean":
      return Prisma.sql`${value}::boolean`;
    case "date":
      return Prisma.sql`${value instanceof Date ? value.toISOString().replace("Z", "") : value}::timestamp(3)`;
  }
}

/** Rows after the cursor, compared as one pair so that an index on both columns finds the place. */
function pageAfter({ value, id }: Cursor, field: SqlField, isDescending: boolean): Prisma.Sql {
  const beyond = isDescending ? Prisma.sql`<` : Prisma.sql`>`;
  return Prisma.sql`(${field.expression}, t."id") ${beyond} (${typed(field, value)}, ${id})`;
}
