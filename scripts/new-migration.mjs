// Writes the SQL of a new migration: the difference between prisma/migrations/schema-snapshot.json and prisma/schema, and the
// files of lib/server/db/functions and views that say something else than the migrations before.
// Usage: npm run new-migration -- add-phones
import "./register-aliases.mjs";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { PrismaPGlite } from "pglite-prisma-adapter";

const name = process.argv[2];
if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name ?? "")) {
  console.error("Name the migration in kebab case, for example: npm run new-migration -- add-phones");
  process.exit(1);
}
const { installDefinitions, readDefinitions } = await import("@/lib/server/db/definitions");
const { applyMigrations } = await import("@/lib/server/db/migrate");
const { startPglite } = await import("@/lib/server/db/pglite");
const { startSchemaEngine } = await import("@/lib/server/db/schema-engine");
const schemaFolder = new URL("../prisma/schema/", import.meta.url);
const migrations = new URL("../prisma/migrations/", import.meta.url);
const snapshotFile = new URL("schema-snapshot.json", migrations);

const files = readdirSync(schemaFolder)
  .filter((file) => file.endsWith(".prisma"))
  .sort()
  .map((path) => ({ path, content: readFileSync(new URL(path, schemaFolder), "utf8") }));
const before = existsSync(snapshotFile) ? JSON.parse(readFileSync(snapshotFile, "utf8")) : undefined;

const pglite = await startPglite();
const adapter = new PrismaPGlite(pglite);
await applyMigrations(adapter, []);
const engine = await startSchemaEngine(
  adapter,
  files.map((f) => [f.path, f.content]),
);
const writeSnapshot = () => writeFileSync(snapshotFile, `${JSON.stringify(files, null, 2)}\n`);
const { stdout } = await engine.diff({
  from: before ? { tag: "schemaDatamodel", files: before } : { tag: "empty" },
  to: { tag: "schemaDatamodel", files },
  script: true,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
  shadowDatabaseUrl: null,
});
// Without a collation of its own a column has that of the server, and a join with another one cannot use an index.
const tables =
  !stdout || /^--\s*This is an empty migration/m.test(stdout)
    ? ""
    : stdout.replaceAll(/\bTEXT\b(\[\])?(?! COLLATE)/g, 'TEXT$1 COLLATE "C"');
const run = async (script) => (await pglite.exec(script)).at(-1)?.rows ?? [];
const definitions = await installDefinitions(run, readDefinitions(), tables);
// A comment or a generator may have changed: it is no reason for a migration.
writeSnapshot();
if (tables === "" && definitions === "") {
  console.log("Neither the schema nor a function, trigger or view has changed since the last migration.");
  process.exit(0);
}
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const folder = new URL(`${stamp}_${name}/`, migrations);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL("migration.sql", folder), [tables, definitions].filter(Boolean).join("\n"));
console.log(`Wrote ${folder.pathname}migration.sql - read it before you commit it.`);
process.exit(0);
