// Measures import and export of many phones on both databases: phones a second from the first byte of the file to the
// last row stored, and how much the process grows, beside bare SQL that stores or reads the same rows. Prints a table
// and writes bench-results/bulk-<time>.json. Usage: npm run bench:bulk [-- embedded|server --phones=100000]
import "./register-aliases.mjs";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { measureBulk } from "./bench/bulk.mjs";
import { openEmbedded, openServer } from "./bench/databases.mjs";

const goals = { perSecond: 2_000, megabytes: 256 };
const openers = { embedded: openEmbedded, server: openServer };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { phones: { type: "string", default: "100000" } },
});
const count = Number(values.phones);
const results = [];
for (const [database, open] of Object.entries(openers)) {
  if (positionals.length > 0 && !positionals.includes(database)) continue;
  const place = await open();
  console.log(`\n${database}: ${place.description}, ${count} phones`);
  console.log(`${"".padEnd(26)} seconds   CPU s  phones/s  MB above idle  bare SQL s   ratio`);
  for (const line of await measureBulk(place, count)) {
    const { name, seconds, cpuSeconds, perSecond, megabytes, bareSeconds } = line;
    // The speed is asked of PostgreSQL only; memory of both.
    const isMet = megabytes <= goals.megabytes && (database === "embedded" || perSecond >= goals.perSecond);
    results.push({ database, ...line, isMet });
    const ratio = seconds / bareSeconds;
    console.log(
      `${name.padEnd(26)}${seconds.toFixed(1).padStart(8)}${cpuSeconds.toFixed(1).padStart(8)}${perSecond.toFixed(0).padStart(10)}${megabytes.toFixed(0).padStart(15)}` +
        `${bareSeconds.toFixed(1).padStart(12)}${ratio.toFixed(1).padStart(8)}${isMet ? "" : "  goal missed"}`,
    );
  }
  await place.close();
}
const at = new Date().toISOString();
const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node ${process.version}`;
mkdirSync("bench-results", { recursive: true });
writeFileSync(
  `bench-results/bulk-${at.replace(/\W/g, "")}.json`,
  `${JSON.stringify({ at, machine, goals, results }, null, 2)}\n`,
);
console.log(`\n${machine}`);
process.exit(results.every(({ isMet }) => isMet) ? 0 : 1);
