import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";

/** An open database with its tables in place, before Prisma is put on it. */
export interface DatabaseConnection {
  kind: "embedded" | "server";
  adapter: SqlMigrationAwareDriverAdapterFactory;
  listen: Listen;
  /** Asks the database for a sign of life, past everything that waits. @throws what the database or the way to it says */
  ping: () => Promise<void>;
  /** Copies the data folder; null where there is none. */
  withCopy: WithCopy | null;
  /** Clears one table of what is dead and counts it, if one needs it; false when none does. Null where the database does it. */
  care: (() => Promise<boolean>) | null;
  close: () => Promise<void>;
}

/** Does something with a copy of the database in a folder, which is as it was between two transactions and goes away after. */
export type WithCopy = <Result>(work: (folder: string) => Promise<Result>) => Promise<Result>;

/** Calls a function whenever a transaction that publishes something is committed, until the answered function is called. */
export type Listen = (onChange: () => void) => Promise<() => Promise<void>>;

/** The channel on which `storeCallEvents` notifies. */
export const changeChannel = "ringback";

const appliedMigrationsQuery =
  "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL";

// Answers one row whose `found` is null as long as no migration was ever applied.
const migrationsTableQuery = "SELECT to_regclass('_prisma_migrations')::text AS found";

/** Runs one statement and answers its rows; both databases can. */
type Query = (sql: string) => Promise<{ rows: Record<string, unknown>[] }>;

/** Names of the migrations that the database has. */
export async function appliedMigrations(query: Query): Promise<string[]> {
  const table = await query(migrationsTableQuery);
  if (table.rows[0]?.found == null) return [];
  const { rows } = await query(appliedMigrationsQuery);
  return rows.map((row) => String(row.migration_name));
}
