// Writes the tables and diagrams of docs/engine.md, which are made from the tables of the engine.
// Usage: npm run docs:engine [-- --coverage]; with it the tests of the engine and of devices run, and which rows they take
// is drawn into a copy, bench-results/engine-rows.md.
import "./register-aliases.mjs";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

// Loaded here, because "@/" can be resolved only after the first module has run.
const { engineTables, withTables } = await import("@/docs/engine-tables");
const { countRows, drawTable } = await import("@/lib/state-table/draw");
const { lifeCycle } = await import("@/lib/devices/life-cycle-table");

const { values } = parseArgs({ options: { coverage: { type: "boolean", default: false } } });
const document = "docs/engine.md";
const text = readFileSync(document, "utf8");
if (values.coverage) writeCoverage();
else {
  writeFileSync(document, withTables(text, engineTables()));
  console.log(`Written: ${document}`);
}

/** The document with the rows that tests took, and the life of a phone. */
function writeCoverage() {
  const taken = rowsOfTests();
  const covered = withTables(
    text,
    engineTables((table) => countRows(taken, table)),
  );
  const rows = Object.fromEntries(lifeCycle.map((row) => [row.id, row]));
  const life = drawTable({ rows }, countRows(taken, "life cycle"));
  mkdirSync("bench-results", { recursive: true });
  const file = "bench-results/engine-rows.md";
  writeFileSync(file, `${covered}\n## The life of a phone\n${life}\n`);
  console.log(`Written: ${file}`);
}

/** Runs the tests; answers how often each row was taken. */
function rowsOfTests() {
  const folder = mkdtempSync(join(tmpdir(), "ringback-rows-"));
  const tests = ["run", "--project", "rules", "lib/callback", "lib/devices"];
  const { status } = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", ...tests], {
    stdio: "inherit",
    env: { ...process.env, RINGBACK_ROWS: folder },
  });
  const taken = readdirSync(folder).flatMap((file) => JSON.parse(readFileSync(join(folder, file), "utf8")));
  rmSync(folder, { recursive: true });
  if (status !== 0) process.exit(1);
  return taken;
}
