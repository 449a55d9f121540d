import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { startSchemaEngine } from "@/lib/server/db/schema-engine";

const migrationsFolder = () => join(process.cwd(), "prisma", "migrations");

/** Names of the migrations that this version of the program knows, oldest first. */
export function knownMigrations(): string[] {
  return readdirSync(migrationsFolder(), { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && existsSync(join(migrationsFolder(), entry.name, "migration.sql")),
    )
    .map((entry) => entry.name)
    .sort();
}

/**
 * The migrations that a database lacks, oldest first.
 * @param applied names of those that it has
 * @throws Error when it has migrations of a newer version of the program
 */
export function missingMigrations(applied: readonly string[]): string[] {
  const known = knownMigrations();
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(
      `The database was written by a newer version of Ringback (it has ${unknown.join(", ")}). Start that version.`,
    );
  }
  return known.filter((name) => !applied.includes(name));
}

/** The migrations in the form that the schema engine reads. */
function migrationList() {
  return {
    baseDir: migrationsFolder(),
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: knownMigrations().map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok" as const,
          value: readFileSync(join(migrationsFolder(), name, "migration.sql"), "utf8"),
        },
      },
    })),
  };
}

/**
 * Applies the migrations that the database lacks. The engine is only loaded when there are any, because loading
 * it costs more than the rest of a start.
 * @param applied names of the migrations in the database
 * @returns names of the migrations applied now
 * @throws Error when the database has migrations of a newer version of the program
 */
export async function applyMigrations(
  factory: SqlMigrationAwareDriverAdapterFactory,
  applied: readonly string[],
): Promise<string[]> {
  if (missingMigrations(applied).length === 0) return [];
  const engine = await startSchemaEngine(factory);
  try {
    const output = await engine.applyMigrations({
      migrationsList: migrationList(),
      filters: { externalTables: [], externalEnums: [] },
    });
    return output.appliedMigrationNames;
  } finally {
    engine.free();
  }
}
