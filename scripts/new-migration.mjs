// Writes the SQL of a new migration from the difference between prisma/migrations/schema-snapshot.json
// and prisma/schema. Usage: npm run new-migration -- add-phones
import "./register-aliases.mjs";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPGlite } from "pglite-prisma-adapter";

const name = process.argv[2];
if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name ?? "")) {
  console.error("Name the migration in kebab case, for example: npm run new-migration -- add-phones");
  process.exit(1);
}
const { startSchemaEngine } = await import("@/lib/server/db/schema-engine");
const schemaFolder = new URL("../prisma/schema/", import.meta.url);
const migrations = new URL("../prisma/migrations/", import.meta.url);
const snapshotFile = new URL("schema-snapshot.json", migrations);

const files = readdirSync(schemaFolder)
  .filter((file) => file.endsWith(".prisma"))
  .sort()
  .map((path) => ({ path, content: readFileSync(new URL(path, schemaFolder), "utf8") }));
const before = existsSync(snapshotFile) ? JSON.parse(readFileSync(snapshotFile, "utf8")) : undefined;

const engine = await startSchemaEngine(
  new PrismaPGlite(await PGlite.create()),
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
if (!stdout || /^--\s*This is an empty migration/m.test(stdout)) {
  // A comment or a generator may have: it is no reason for a migration.
  writeSnapshot();
  console.log("The schema has not changed since the last migration.");
  process.exit(0);
}
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const folder = new URL(`${stamp}_${name}/`, migrations);
mkdirSync(folder, { recursive: true });
// Without a collation of its own a column has that of the server, and a join with another one cannot use an index.
const sql = stdout.replaceAll(/\bTEXT\b(\[\])?(?! COLLATE)/g, 'TEXT$1 COLLATE "C"');
writeFileSync(new URL("migration.sql", folder), sql);
writeSnapshot();
console.log(`Wrote ${folder.pathname}migration.sql - read it before you commit it.`);
process.exit(0);
