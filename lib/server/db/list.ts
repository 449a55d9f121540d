import type { ListQuery } from "@/lib/contract/list";
import {
  type Condition,
  type Cursor,
  literalPattern,
  parseList,
  refuseQuery,
  type SearchField,
  writeCursor,
} from "@/lib/server/db/list-query";

/** How a field of a resource is stored, and so how it can be searched and sorted. */
export interface ListField extends SearchField {
  /** Column of the table. */
  column: string;
}

/** The fields of a resource by the names that its contract lists. */
export type ListFields<Name extends string = string> = Readonly<Record<Name, ListField>>;

/** What tells rows with an equal sort value apart: their text `id`, or `place`, the number of the order in which they were made. */
type TieBreaker = "id" | "place";

/** `where`, `orderBy` and `take` in the form that Prisma's `findMany` takes. */
export interface ListPlan {
  filter: Record<string, unknown>;
  page: Record<string, unknown>;
  orderBy: Record<string, "asc" | "desc">[];
  take: number;
  /** Cursor after the last row of a full page. */
  cursorAfter: (row: Readonly<Record<string, unknown>>) => string;
}

/**
 * Turns the query of a list into a keyset-paged database query.
 * @param tieBreaker `place` for what is listed in the order in which it was made: ids are random
 * @throws Refusal validationFailed for a field, operator, value or cursor that is not one of the resource
 */
export function planList(query: ListQuery, fields: ListFields, tieBreaker: TieBreaker = "id"): ListPlan {
  const { conditions, matchesAny, sortField, isDescending, cursor, limit } = parseList(query, fields);
  const direction = isDescending ? "desc" : "asc";
  return {
    filter: conditions.length === 0 ? {} : { [matchesAny ? "OR" : "AND"]: conditions.map(prismaCondition) },
    page: cursor === undefined ? {} : pageAfter(cursor, sortField, isDescending, tieBreaker),
    orderBy: [{ [sortField.column]: direction }, { [tieBreaker]: direction }],
    take: limit,
    cursorAfter: (row) => writeCursor(query.sort, row[sortField.column], String(row[tieBreaker])),
  };
}

function prismaCondition(condition: Condition<ListField>): Record<string, unknown> {
  const { field, operator, value } = condition;
  if (field.kind === "text") return { [field.column]: textCondition(condition) };
  if (operator === "isEmpty") return { id: { in: [] } };
  return operator === "isNotEmpty" ? {} : { [field.column]: value };
}

function textCondition({ field, operator, value }: Condition<ListField>): Record<string, unknown> {
  const mode = field.fold ? {} : { mode: "insensitive" };
  const wanted = String(value);
  const literal = literalPattern(wanted);
  switch (operator) {
    case "beginsWith":
      return { startsWith: literal, ...mode };
    case "contains":
      return { contains: literal, ...mode };
    case "endsWith":
      return { endsWith: literal, ...mode };
    case "isExactly":
      return field.fold ? { equals: wanted } : { equals: literal, ...mode };
    case "isEmpty":
      return { equals: "" };
    case "isNotEmpty":
      return { not: "" };
  }
}

/** Rows after the cursor. The first condition lets the index find the place; the second is exact. */
function pageAfter(
  cursor: Cursor,
  field: ListField,
  isDescending: boolean,
  tieBreaker: TieBreaker,
): Record<string, unknown> {
  const beyond = isDescending ? "lt" : "gt";
  const lastId = tieBreaker === "place" ? placeOf(cursor) : cursor.id;
  const afterId = { [tieBreaker]: { [beyond]: lastId } };
  const { column } = field;
  const { value } = cursor;
  if (field.kind === "boolean") {
    const sameValue = { AND: [{ [column]: value }, afterId] };
    const hasLaterValue = value === isDescending;
    return hasLaterValue ? { OR: [sameValue, { [column]: !value }] } : sameValue;
  }
  return {
    AND: [
      { [column]: { [isDescending ? "lte" : "gte"]: value } },
      { OR: [{ [column]: { [beyond]: value } }, afterId] },
    ],
  };
}

/** @throws Refusal validationFailed for a cursor that is none of a list with places */
function placeOf({ id }: Cursor): bigint {
  if (!/^\d{1,18}$/.test(id)) refuseQuery(["cursor"], "badCursor");
  return BigInt(id);
}
