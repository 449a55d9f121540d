import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BareDatabase } from "@/lib/server/testing/empty-database";

/** Runs the SQL of some migrations, by their names, in this order. */
export async function runMigrations(database: BareDatabase, names: readonly string[]): Promise<void> {
  const connection = await database.adapter.connect();
  for (const name of names)
    await connection.executeScript(readFileSync(join("prisma", "migrations", name, "migration.sql"), "utf8"));
  await connection.dispose();
}
