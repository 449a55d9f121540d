import { echo } from "@/lib/configuration/problem";
import type { ListOperator, ListQuery } from "@/lib/contract/list";
import { listOperators } from "@/lib/contract/list";
import { canBeInteger, canBeText, dateOf } from "@/lib/server/db/bounds";
import { refuseProblems } from "@/lib/server/errors";

/** How a field of a resource is stored, and so how it can be searched and sorted. */
export interface ListField {
  /** Column of the table. */
  column: string;
  kind: "text" | "boolean" | "number" | "date";
  /** The column holds folded text: the wanted value is folded too and compared as it is. */
  fold?: (text: string) => string;
}

/** The fields of a resource by the names that its contract lists. */
export type ListFields<Name extends string = string> = Readonly<Record<Name, ListField>>;

/** `where`, `orderBy` and `take` in the form that Prisma's `findMany` takes, for tables with a text `id`. */
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
 * @throws Refusal validationFailed for a field, operator, value or cursor that is not one of the resource
 */
export function planList(query: ListQuery, fields: ListFields): ListPlan {
  const descending = query.sort.startsWith("-");
  const sortName = descending ? query.sort.slice(1) : query.sort;
  const sortField = Object.hasOwn(fields, sortName) ? fields[sortName] : undefined;
  if (!sortField) return refuse(["sort"], "unknownField", { field: echo(sortName) });
  const conditions = query.where.map((text, index) => planCondition(text, index, fields));
  const direction = descending ? "desc" : "asc";
  return {
    filter: conditions.length === 0 ? {} : { [query.match === "any" ? "OR" : "AND"]: conditions },
    page:
      query.cursor === undefined
        ? {}
        : pageAfter(readCursor(query.cursor, query.sort, sortField), sortField, descending),
    orderBy: [{ [sortField.column]: direction }, { id: direction }],
    take: query.limit,
    cursorAfter: (row) => writeCursor(query.sort, row[sortField.column], String(row.id)),
  };
}

function refuse(
  path: (string | number)[],
  code: "unknownField" | "badCondition" | "badCursor",
  params = {},
): never {
  refuseProblems([{ path, code, params }]);
  throw new Error("unreachable: a problem is always refused");
}

function planCondition(text: string, index: number, fields: ListFields): Record<string, unknown> {
  const [name = "", operatorText = "", ...rest] = text.split(":");
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field) return refuse(["where", index], "unknownField", { field: echo(name) });
  const operator = listOperators.find((known) => known === operatorText);
  const condition = operator && conditionOf(field, operator, rest.join(":"));
  return condition ?? refuse(["where", index], "badCondition", { condition: echo(text) });
}

/** The database condition, or undefined when the field's kind does not know the operator or the value. */
function conditionOf(
  field: ListField,
  operator: ListOperator,
  value: string,
): Record<string, unknown> | undefined {
  const { column } = field;
  if (!canBeText(value)) return undefined;
  if (field.kind === "text") return { [column]: textCondition(operator, value, field.fold) };
  if (operator === "isEmpty") return { id: { in: [] } };
  if (operator === "isNotEmpty") return {};
  if (operator !== "isExactly") return undefined;
  if (field.kind === "boolean") {
    const known = value.toLowerCase();
    return known === "true" || known === "false" ? { [column]: known === "true" } : undefined;
  }
  if (field.kind === "number") return /^\d{1,9}$/.test(value) ? { [column]: Number(value) } : undefined;
  const date = dateOf(value);
  return date ? { [column]: date } : undefined;
}

function textCondition(
  operator: ListOperator,
  value: string,
  fold: ListField["fold"],
): Record<string, unknown> {
  const mode = fold ? {} : { mode: "insensitive" };
  const wanted = fold ? fold(value) : value;
  // Prisma hands `%`, `_` and `\` through to LIKE, where they would match anything.
  const literal = wanted.replace(/[\\%_]/g, "\\$&");
  switch (operator) {
    case "beginsWith":
      return { startsWith: literal, ...mode };
    case "contains":
      return { contains: literal, ...mode };
    case "endsWith":
      return { endsWith: literal, ...mode };
    case "isExactly":
      return fold ? { equals: wanted } : { equals: literal, ...mode };
    case "isEmpty":
      return { equals: "" };
    case "isNotEmpty":
      return { not: "" };
  }
}

/** Rows after the cursor. The first condition lets the index find the place; the second is exact. */
function pageAfter(cursor: Cursor, field: ListField, descending: boolean): Record<string, unknown> {
  const beyond = descending ? "lt" : "gt";
  const afterId = { id: { [beyond]: cursor.id } };
  const { column } = field;
  if (field.kind === "boolean") {
    const sameValue = { AND: [{ [column]: cursor.value }, afterId] };
    const hasLaterValue = cursor.value === descending;
    return hasLaterValue ? { OR: [sameValue, { [column]: !cursor.value }] } : sameValue;
  }
  const value = field.kind === "date" ? new Date(String(cursor.value)) : cursor.value;
  return {
    AND: [
      { [column]: { [descending ? "lte" : "gte"]: value } },
      { OR: [{ [column]: { [beyond]: value } }, afterId] },
    ],
  };
}

interface Cursor {
  value: string | number | boolean;
  id: string;
}

function writeCursor(sort: string, value: unknown, id: string): string {
  const plain = value instanceof Date ? value.toISOString() : value;
  return Buffer.from(JSON.stringify([sort, plain, id])).toString("base64url");
}

function readCursor(text: string, sort: string, field: ListField): Cursor {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    if (Array.isArray(parts) && parts.length === 3) {
      const [cursorSort, value, id] = parts as unknown[];
      const isOurs = cursorSort === sort && typeof id === "string" && canBeText(id);
      if (isOurs && canBeValue(value, field.kind)) return { value, id };
    }
  } catch {
    // Not a cursor of ours: refused below.
  }
  return refuse(["cursor"], "badCursor");
}

/** Whether a value out of a cursor can be one of a column of that kind. */
function canBeValue(value: unknown, kind: ListField["kind"]): value is Cursor["value"] {
  if (kind === "boolean") return typeof value === "boolean";
  if (kind === "number") return typeof value === "number" && canBeInteger(value);
  return typeof value === "string" && (kind === "date" ? dateOf(value) !== null : canBeText(value));
}
