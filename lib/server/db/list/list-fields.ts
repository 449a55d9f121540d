import { type AliasableExpression, type ExpressionBuilder, expressionBuilder, sql } from "kysely";
import { foldCase } from "@/lib/configuration/text-rules";
import type { Tables } from "@/lib/server/db/generated/kysely";
import type { ListField } from "@/lib/server/db/list/conditions";

/** Composes expressions on the columns of a table's row `t`. */
export function rowOf<Name extends keyof Tables>(): ExpressionBuilder<{ t: Tables[Name] }, "t"> {
  return expressionBuilder<{ t: Tables[Name] }, "t">();
}

/** Text whose folded form is stored. */
export function foldedText(expression: AliasableExpression<string>): ListField {
  return { kind: "text", fold: foldCase, expression };
}

/** Text of plain letters, folded when it is compared. */
export function plainText(expression: AliasableExpression<string>): ListField {
  return foldedText(sql<string>`lower(${expression})`);
}

/** Text as it was typed, found in any letter case of plain letters. */
export function typedText(expression: AliasableExpression<string>): ListField {
  return { kind: "text", expression };
}

/** The same where there may be none: rows without it come after all others, and in descending order before them. */
export function optionalText(expression: AliasableExpression<string | null>): ListField {
  return { kind: "text", isOptional: true, expression };
}

export function flag(expression: AliasableExpression<boolean>): ListField {
  return { kind: "boolean", expression };
}

export function wholeNumber(expression: AliasableExpression<number>): ListField {
  return { kind: "number", expression };
}

export function instant(expression: AliasableExpression<Date>): ListField {
  return { kind: "date", expression };
}
