import { type AliasedExpression, sql } from "kysely";
import type { StoredFields, TableFacts } from "@/lib/server/db/configuration/table";

/** What the tables of all kinds have. */
interface ObjectRow {
  id: string;
  key: string;
  settings: StoredFields;
  version: number;
  updatedAt: Date;
  updatedBy: string;
}

/** The rows `t` of the objects of a kind, to select from. */
export function rowsOf({ table }: Pick<TableFacts, "table">): AliasedExpression<ObjectRow, "t"> {
  return sql<ObjectRow>`${sql.table(table)}`.as("t");
}
