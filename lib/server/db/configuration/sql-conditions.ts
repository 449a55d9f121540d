import type { ListOperator } from "@/lib/contract/list";
import { Prisma } from "@/lib/server/db/generated/client";
import {
  type Condition,
  literalPattern,
  type SearchField,
  type SearchValue,
} from "@/lib/server/db/list-query";

/** What is asked of the text of a field. */
export interface TextCondition {
  readonly operator: ListOperator;
  readonly value: SearchValue;
}

/** A field as an SQL expression over the object's row `t`; never null. */
export interface SqlField extends SearchField {
  expression: Prisma.Sql;
  /** What must be joined to the object's row for the expression. */
  join?: Prisma.Sql;
  /** The condition on the object, where it is not one on the expression. */
  matches?: (condition: TextCondition) => Prisma.Sql;
}

/** A condition of a list as SQL over the object's row `t`. */
export function sqlCondition({ field, operator, value }: Condition<SqlField>): Prisma.Sql {
  const { expression, matches } = field;
  if (matches) return matches({ operator, value });
  if (field.kind === "text") return textCondition(expression, { operator, value });
  if (operator === "isEmpty") return Prisma.sql`FALSE`;
  return operator === "isNotEmpty"
    ? Prisma.sql`TRUE`
    : Prisma.sql`${expression} = ${typedValue(field, value)}`;
}

/** The condition on a folded text; the value is folded too. */
export function textCondition(expression: Prisma.Sql, { operator, value }: TextCondition): Prisma.Sql {
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

/** What stands before, between and after the texts of a column of many. */
export const separator = "\n";

/** Texts as one, so that each can be found in it; none of them has a line break. */
export function joinedTexts(texts: readonly string[]): string {
  return texts.length === 0 ? "" : `${separator}${texts.join(separator)}${separator}`;
}

/** The condition that one of the joined texts fulfils. */
export function joinedTextCondition(expression: Prisma.Sql, { operator, value }: TextCondition): Prisma.Sql {
  const wanted = String(value);
  if (operator === "isEmpty" || operator === "isNotEmpty")
    return textCondition(expression, { operator, value });
  if (wanted.includes(separator)) return Prisma.sql`FALSE`;
  const before = operator === "beginsWith" || operator === "isExactly" ? separator : "";
  const after = operator === "endsWith" || operator === "isExactly" ? separator : "";
  return textCondition(expression, { operator: "contains", value: `${before}${wanted}${after}` });
}

/** Whether the empty text fulfils the condition. */
export function isFulfilledByEmpty({ operator, value }: TextCondition): boolean {
  return operator === "isEmpty" || (operator !== "isNotEmpty" && value === "");
}

/** The value with its type, for databases that cannot tell it from the place where it stands. */
export function typedValue({ kind }: SearchField, value: SearchValue): Prisma.Sql {
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
