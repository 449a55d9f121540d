import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { foldCase } from "@/lib/configuration/text-rules";
import {
  isFulfilledByEmpty,
  joinedTextCondition,
  type SqlField,
  textCondition,
} from "@/lib/server/db/configuration/sql-conditions";
import { type ChildTable, tableName } from "@/lib/server/db/configuration/table";
import { Prisma } from "@/lib/server/db/generated/client";

/** A name of the schema as SQL. Only names of our own tables and columns may be given. */
export function identifier(name: string): Prisma.Sql {
  return Prisma.raw(`"${name}"`);
}

const column = (name: string) => Prisma.sql`t.${identifier(name)}`;

/** Text whose folded form has a column. */
export function foldedColumn(name: string): SqlField {
  return { kind: "text", fold: foldCase, expression: column(name) };
}

/** Text of plain letters, folded when it is compared. */
export function plainColumn(name: string): SqlField {
  return { kind: "text", fold: foldCase, expression: Prisma.sql`lower(${column(name)})` };
}

export function flagColumn(name: string): SqlField {
  return { kind: "boolean", expression: column(name) };
}

/** The folded name of the object to which a column refers; empty where there is none. */
export function referenceField(name: string, to: ConfigurationKind): SqlField {
  const objects = identifier(tableName(to));
  const id = column(name);
  return {
    kind: "text",
    fold: foldCase,
    expression: Prisma.sql`coalesce(s."key", '')`,
    join: Prisma.sql`LEFT JOIN ${objects} s ON s."id" = ${id}`,
    // Asked of the few objects that are referred to, not of each row that refers to one.
    matches: (condition) => {
      const named = Prisma.sql`${id} IN (SELECT r."id" FROM ${objects} r WHERE ${textCondition(Prisma.sql`r."key"`, condition)})`;
      if (condition.operator === "isNotEmpty") return Prisma.sql`${id} IS NOT NULL`;
      return isFulfilledByEmpty(condition) ? Prisma.sql`(${named} OR ${id} IS NULL)` : named;
    },
  };
}

/** The same of a column that always refers to one: PostgreSQL goes through those objects in the order of their names. */
export function requiredReferenceField(name: string, to: ConfigurationKind): SqlField {
  const join = Prisma.sql`JOIN ${identifier(tableName(to))} s ON s."id" = ${column(name)}`;
  return { ...referenceField(name, to), expression: Prisma.sql`s."key"`, join };
}

/** A field that lives in `settings`, by its path; text of plain letters. */
export function setting(kind: SqlField["kind"], ...path: readonly string[]): SqlField {
  const text = Prisma.sql`t."settings" #>> ${Prisma.raw(`'{${path.join(",")}}'`)}`;
  switch (kind) {
    case "boolean":
      return { kind, expression: Prisma.sql`coalesce((${text})::boolean, FALSE)` };
    case "number":
      return { kind, expression: Prisma.sql`coalesce((${text})::int, 0)` };
    default:
      return {
        kind: "text",
        fold: foldCase,
        expression: Prisma.sql`lower(coalesce(${text}, '')) COLLATE "C"`,
      };
  }
}

/** Fields that every object has. */
export const commonFields = {
  version: { kind: "number", expression: column("version") },
  updatedAt: { kind: "date", expression: column("updatedAt") },
  updatedBy: plainColumn("updatedBy"),
} as const satisfies Record<string, SqlField>;

export const namedFields = {
  name: foldedColumn("key"),
  description: foldedColumn("descriptionKey"),
  ...commonFields,
} as const satisfies Record<string, SqlField>;

/** Any item of a list: found when one fits, sorted by the first. */
export function listField(child: ChildTable, value: Prisma.Sql): SqlField {
  const rows = itemRows(child);
  // With OFFSET the items are looked up once; without it PostgreSQL may do so for each object (6 times slower).
  const exists = (condition: Prisma.Sql) =>
    Prisma.sql`t."id" IN (SELECT c.${identifier(child.owner)} FROM ${rows} WHERE ${condition} OFFSET 0)`;
  return {
    kind: "text",
    fold: foldCase,
    expression: firstOf(child, value),
    matches: (condition) => {
      if (condition.operator === "isEmpty") return Prisma.sql`NOT ${exists(Prisma.sql`TRUE`)}`;
      if (condition.operator === "isNotEmpty") return exists(Prisma.sql`TRUE`);
      return exists(textCondition(value, condition));
    },
  };
}

/** A list whose folded texts are joined in one column, and the first of them in another to sort by. */
export function joinedListField(all: string, first: string): SqlField {
  return {
    kind: "text",
    fold: foldCase,
    expression: column(first),
    matches: (condition) => joinedTextCondition(column(all), condition),
  };
}

/** The items `c` with the object `r` that they refer to, if any. */
function itemRows({ table, references: [reference] }: ChildTable): Prisma.Sql {
  const items = Prisma.sql`${identifier(table)} c`;
  if (!reference) return items;
  return Prisma.sql`${items} JOIN ${identifier(tableName(reference.to))} r ON r."id" = c.${identifier(reference.column)}`;
}

function firstOf(child: ChildTable, value: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce((SELECT ${value} FROM ${itemRows(child)} WHERE c.${identifier(child.owner)} = t."id" ORDER BY c.${identifier(child.order)} LIMIT 1), '')`;
}
