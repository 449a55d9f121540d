import { type AliasableExpression, type Expression, type SqlBool, sql } from "kysely";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { type ChildTable, tableName } from "@/lib/server/db/configuration/table";
import {
  isFulfilledBy,
  joinedTextCondition,
  type ListField,
  textCondition,
} from "@/lib/server/db/list/conditions";
import { flag, foldedText, instant, plainText, wholeNumber } from "@/lib/server/db/list/list-fields";

/** A column of the object's row `t`. */
const column = <Value>(name: string) => sql<Value>`${sql.ref(`t.${name}`)}`;

/** Text whose folded form has a column. */
export const foldedColumn = (name: string): ListField => foldedText(column<string>(name));

/** Text of plain letters, folded when it is compared. */
export const plainColumn = (name: string): ListField => plainText(column<string>(name));

export const flagColumn = (name: string): ListField => flag(column<boolean>(name));

export const numberColumn = (name: string): ListField => wholeNumber(column<number>(name));

/** The folded name of the object to which a column refers; empty where there is none. */
export function referenceField(name: string, to: ConfigurationKind): ListField {
  const objects = sql.table(tableName(to));
  const id = column<string | null>(name);
  return {
    ...foldedText(sql<string>`coalesce(s."key", '')`),
    join: { table: tableName(to), isOptional: true, on: sql<SqlBool>`s."id" = ${id}` },
    // Asked of the few objects that are referred to, not of each row that refers to one.
    matches: (condition) => {
      if (condition.operator === "isNotEmpty") return sql<SqlBool>`${id} IS NOT NULL`;
      const named = sql<SqlBool>`${id} IN (SELECT r."id" FROM ${objects} r WHERE ${textCondition(sql`r."key"`, condition)})`;
      return isFulfilledBy("", condition) ? sql<SqlBool>`(${named} OR ${id} IS NULL)` : named;
    },
  };
}

/** The same of a column that always refers to one: PostgreSQL goes through those objects in the order of their names. */
export function requiredReferenceField(name: string, to: ConfigurationKind): ListField {
  const on = sql<SqlBool>`s."id" = ${column<string>(name)}`;
  const join = { table: tableName(to), isOptional: false, on };
  return { ...referenceField(name, to), expression: sql<string>`s."key"`, join };
}

/** A field that lives in `settings`, by its path; text of plain letters. */
export function setting(kind: ListField["kind"], ...path: readonly string[]): ListField {
  const text = sql<string | null>`t."settings" #>> ${sql.lit(`{${path.join(",")}}`)}`;
  switch (kind) {
    case "boolean":
      return flag(sql<boolean>`coalesce((${text})::boolean, FALSE)`);
    case "number":
      return wholeNumber(sql<number>`coalesce((${text})::int, 0)`);
    default:
      return foldedText(sql<string>`lower(coalesce(${text}, '')) COLLATE "C"`);
  }
}

/** Fields that every object has. */
export const commonFields = {
  version: numberColumn("version"),
  updatedAt: instant(column<Date>("updatedAt")),
  updatedBy: plainColumn("updatedBy"),
} as const satisfies Record<string, ListField>;

/** Any item of a list: found when one fits, sorted by the first; an item `c` by its text, or the name of the object `r`. */
export function listField(child: ChildTable): ListField {
  const rows = itemRows(child);
  const value =
    child.text === undefined ? sql<string>`r."key"` : sql<string>`lower(${sql.ref(`c.${child.text}`)})`;
  // With OFFSET the items are looked up once; without it PostgreSQL may do so for each object (6 times slower).
  const exists = (condition: Expression<SqlBool>) =>
    sql<SqlBool>`t."id" IN (SELECT ${sql.ref(`c.${child.owner}`)} FROM ${rows} WHERE ${condition} OFFSET 0)`;
  return {
    ...foldedText(firstOf(child, value)),
    matches: (condition) => {
      if (condition.operator === "isEmpty") return sql<SqlBool>`NOT ${exists(sql<SqlBool>`TRUE`)}`;
      if (condition.operator === "isNotEmpty") return exists(sql<SqlBool>`TRUE`);
      return exists(textCondition(value, condition));
    },
  };
}

/** A list whose folded texts are joined in one column, and the first of them in another to sort by. */
export function joinedListField(all: string, first: string): ListField {
  return {
    ...foldedColumn(first),
    matches: (condition) => joinedTextCondition(column<string>(all), condition),
  };
}

/** The items `c` with the object `r` that they refer to, if any. */
function itemRows({ table, references: [reference] }: ChildTable): Expression<unknown> {
  const items = sql`${sql.table(table)} c`;
  if (!reference) return items;
  const { column: id, to } = reference;
  return sql`${items} JOIN ${sql.table(tableName(to))} r ON r."id" = ${sql.ref(`c.${id}`)}`;
}

function firstOf(child: ChildTable, value: Expression<string>): AliasableExpression<string> {
  const { owner, order } = child;
  return sql<string>`coalesce((SELECT ${value} FROM ${itemRows(child)}
    WHERE ${sql.ref(`c.${owner}`)} = t."id" ORDER BY ${sql.ref(`c.${order}`)} LIMIT 1), '')`;
}
