import { echo } from "@/lib/configuration/problem";
import type { ListOperator, ListQuery } from "@/lib/contract/list";
import { listOperators } from "@/lib/contract/list";
import { canBeInteger, canBeText, dateOf } from "@/lib/server/db/bounds";
import { refuseProblems } from "@/lib/server/errors";

/** What can be asked of a field, whatever table or expression it is stored in. */
export interface SearchField {
  kind: "text" | "boolean" | "number" | "date";
  /** What is stored is folded text: the wanted value is folded too and compared as it is. */
  fold?: (text: string) => string;
  /** Some rows have no value. */
  isOptional?: true;
  /** Of a text that is compared in some ways only, or has a form: whether this can be asked. */
  canAsk?: (operator: ListOperator, text: string) => boolean;
}

export type SearchValue = string | number | boolean | Date;

/** One condition of a list; the value of `isEmpty` and `isNotEmpty` means nothing. */
export interface Condition<Field extends SearchField> {
  field: Field;
  operator: ListOperator;
  value: SearchValue;
}

/** The place after which a page begins: sort value and id of the last row of the page before. */
export interface Cursor {
  /** Null: it has none. */
  value: SearchValue | null;
  id: string;
}

/** The query of a list with its fields found and its values read. */
export interface ParsedList<Field extends SearchField> {
  conditions: Condition<Field>[];
  matchesAny: boolean;
  sortField: Field;
  isDescending: boolean;
  cursor: Cursor | undefined;
  limit: number;
}

/**
 * Reads the query of a list.
 * @throws Refusal validationFailed for a field, operator, value or cursor that is not one of the resource
 */
export function parseList<Field extends SearchField>(
  query: ListQuery,
  fields: Readonly<Record<string, Field>>,
): ParsedList<Field> {
  const isDescending = query.sort.startsWith("-");
  const sortName = isDescending ? query.sort.slice(1) : query.sort;
  const sortField = Object.hasOwn(fields, sortName) ? fields[sortName] : undefined;
  if (!sortField) return refuseQuery(["sort"], "unknownField", { field: echo(sortName) });
  return {
    conditions: query.where.map((text, index) => parseCondition(text, index, fields)),
    matchesAny: query.match === "any",
    sortField,
    isDescending,
    cursor: query.cursor === undefined ? undefined : readCursor(query.cursor, query.sort, sortField),
    limit: query.limit,
  };
}

/** @throws Refusal validationFailed, always */
export function refuseQuery(
  path: (string | number)[],
  code: "unknownField" | "badCondition" | "badCursor",
  params = {},
): never {
  refuseProblems([{ path, code, params }]);
  throw new Error("unreachable: a problem is always refused");
}

function parseCondition<Field extends SearchField>(
  text: string,
  index: number,
  fields: Readonly<Record<string, Field>>,
): Condition<Field> {
  const [name = "", operatorText = "", ...rest] = text.split(":");
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field) return refuseQuery(["where", index], "unknownField", { field: echo(name) });
  const operator = listOperators.find((known) => known === operatorText);
  const value = operator && searchValue(field, operator, rest.join(":"));
  if (operator === undefined || value === undefined) {
    return refuseQuery(["where", index], "badCondition", { condition: echo(text) });
  }
  return { field, operator, value };
}

/** The value to compare with, or undefined when the field's kind does not know the operator or the value. */
function searchValue(field: SearchField, operator: ListOperator, text: string): SearchValue | undefined {
  if (!canBeText(text) || field.canAsk?.(operator, text) === false) return undefined;
  const isOfInstants = operator === "isAfter" || operator === "isBefore";
  if (isOfInstants) return field.kind === "date" ? (dateOf(text) ?? undefined) : undefined;
  if (field.kind === "text") return field.fold ? field.fold(text) : text;
  if (operator === "isEmpty" || operator === "isNotEmpty") return "";
  if (operator !== "isExactly") return undefined;
  if (field.kind === "boolean") {
    const known = text.toLowerCase();
    return known === "true" || known === "false" ? known === "true" : undefined;
  }
  if (field.kind === "number") return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
  return dateOf(text) ?? undefined;
}

/** The text as a pattern that matches only itself: `%`, `_` and `\` would match anything in LIKE. */
export function literalPattern(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

/** The cursor after a row, to be handed out. */
export function writeCursor(sort: string, value: unknown, id: string): string {
  const plain = value instanceof Date ? value.toISOString() : value;
  return Buffer.from(JSON.stringify([sort, plain, id])).toString("base64url");
}

function readCursor(text: string, sort: string, field: SearchField): Cursor {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    if (Array.isArray(parts) && parts.length === 3) {
      const [cursorSort, value, id] = parts as unknown[];
      const isOurs = cursorSort === sort && typeof id === "string" && canBeText(id);
      if (isOurs && value === null && field.isOptional) return { value, id };
      if (isOurs && canBeValue(value, field.kind)) {
        return { value: field.kind === "date" ? new Date(String(value)) : value, id };
      }
    }
  } catch {
    // Not a cursor of ours: refused below.
  }
  return refuseQuery(["cursor"], "badCursor");
}

/** Whether a value out of a cursor can be one of a field of that kind. */
function canBeValue(value: unknown, kind: SearchField["kind"]): value is string | number | boolean {
  if (kind === "boolean") return typeof value === "boolean";
  if (kind === "number") return typeof value === "number" && canBeInteger(value);
  return typeof value === "string" && (kind === "date" ? dateOf(value) !== null : canBeText(value));
}
