import { type AliasableExpression, type Expression, type SqlBool, sql } from "kysely";
import type { ListOperator } from "@/lib/contract/list";
import {
  type Condition,
  literalPattern,
  type SearchField,
  type SearchValue,
} from "@/lib/server/db/list/list-query";

/** What is asked of the text of a field. */
export interface TextCondition {
  readonly operator: ListOperator;
  readonly value: SearchValue;
}

/** The table whose row `s` has the value of a field; `isOptional` when some rows of the list have none. */
export interface ListJoin {
  readonly table: string;
  readonly isOptional: boolean;
  readonly on: Expression<SqlBool>;
}

/** A field of a list as an expression over its row `t`. */
export interface ListField extends SearchField {
  /** Null only where the field is optional. */
  readonly expression: AliasableExpression<unknown>;
  /** What must be joined to the row for the expression. */
  readonly join?: ListJoin;
  /** The condition on the row, where it is not one on the expression. */
  readonly matches?: (condition: TextCondition) => Expression<SqlBool>;
}

/** The fields of a resource by the names that its contract lists. */
export type ListFields<Name extends string = string> = Readonly<Record<Name, ListField>>;

/** A condition of a list on its row `t`. */
export function fieldCondition({ field, operator, value }: Condition<ListField>): Expression<SqlBool> {
  const { expression, matches } = field;
  if (matches) return matches({ operator, value });
  if (field.kind === "text") {
    const condition = { operator, value };
    return field.fold ? textCondition(expression, condition) : unfoldedCondition(expression, condition);
  }
  if (operator === "isEmpty") return sql<SqlBool>`FALSE`;
  if (operator === "isNotEmpty") return sql<SqlBool>`TRUE`;
  if (operator === "isAfter") return sql<SqlBool>`${expression} > ${typedValue(field, value)}`;
  if (operator === "isBefore") return sql<SqlBool>`${expression} < ${typedValue(field, value)}`;
  return sql<SqlBool>`${expression} = ${typedValue(field, value)}`;
}

/** What a text must be like; null where it is not compared with a part of it. */
function patternOf({ operator, value }: TextCondition): string | null {
  const literal = literalPattern(String(value));
  switch (operator) {
    case "beginsWith":
      return `${literal}%`;
    case "contains":
      return `%${literal}%`;
    case "endsWith":
      return `%${literal}`;
    default:
      return null;
  }
}

/** The condition on a folded text; the value is folded too. */
export function textCondition(
  expression: Expression<unknown>,
  condition: TextCondition,
): Expression<SqlBool> {
  const pattern = patternOf(condition);
  if (pattern !== null) return sql<SqlBool>`${expression} LIKE ${pattern}`;
  if (condition.operator === "isExactly") return sql<SqlBool>`${expression} = ${String(condition.value)}`;
  return condition.operator === "isEmpty"
    ? sql<SqlBool>`${expression} = ''`
    : sql<SqlBool>`${expression} <> ''`;
}

/** The condition on a text as it was typed, in any letter case as far as PostgreSQL knows it: that of ASCII. */
function unfoldedCondition(expression: Expression<unknown>, condition: TextCondition): Expression<SqlBool> {
  const isExactly = condition.operator === "isExactly";
  const pattern = isExactly ? literalPattern(String(condition.value)) : patternOf(condition);
  return pattern === null
    ? textCondition(expression, condition)
    : sql<SqlBool>`${expression} ILIKE ${pattern}`;
}

/** What stands before, between and after the texts of a column of many. */
export const separator = "\n";

/** Texts as one, so that each can be found in it; none of them has a line break. */
export function joinedTexts(texts: readonly string[]): string {
  return texts.length === 0 ? "" : `${separator}${texts.join(separator)}${separator}`;
}

/** The condition that one of the joined texts fulfils. */
export function joinedTextCondition(
  expression: Expression<unknown>,
  { operator, value }: TextCondition,
): Expression<SqlBool> {
  const wanted = String(value);
  if (operator === "isEmpty" || operator === "isNotEmpty")
    return textCondition(expression, { operator, value });
  if (wanted.includes(separator)) return sql<SqlBool>`FALSE`;
  const before = operator === "beginsWith" || operator === "isExactly" ? separator : "";
  const after = operator === "endsWith" || operator === "isExactly" ? separator : "";
  return textCondition(expression, { operator: "contains", value: `${before}${wanted}${after}` });
}

/** Whether a folded text fulfils the condition. */
export function isFulfilledBy(text: string, { operator, value }: TextCondition): boolean {
  const wanted = String(value);
  switch (operator) {
    case "beginsWith":
      return text.startsWith(wanted);
    case "contains":
      return text.includes(wanted);
    case "endsWith":
      return text.endsWith(wanted);
    case "isExactly":
      return text === wanted;
    case "isEmpty":
      return text === "";
    case "isNotEmpty":
      return text !== "";
    case "isAfter":
    case "isBefore":
      // Nobody asks this of a text.
      return false;
  }
}

/** The value with its type, for databases that cannot tell it from the place where it stands. */
export function typedValue({ kind }: SearchField, value: SearchValue): Expression<unknown> {
  switch (kind) {
    case "text":
      return sql.val(value);
    case "number":
      return sql`${value}::int`;
    case "boolean":
      return sql`${value}::boolean`;
    case "date":
      return sql`${value instanceof Date ? value.toISOString().replace("Z", "") : value}::timestamp(3)`;
  }
}
