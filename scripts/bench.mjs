// Measures the list of 10,000 softkey templates on both databases: the server time of a request, from the API's own
// handler to the last byte of the answer, beside the bare SQL of the same run. Prints a table and writes
// bench-results/<time>.json. Usage: npm run bench [-- embedded|server]
import "./register-aliases.mjs";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { cases } from "./bench/cases.mjs";
import { openEmbedded, openServer } from "./bench/databases.mjs";
import { compare } from "./bench/measure.mjs";

const templates = 10_000;
const samples = 200;
const goalMilliseconds = 100;

const openers = { embedded: openEmbedded, server: openServer };
const wanted = process.argv.slice(2);
const results = [];

for (const [kind, open] of Object.entries(openers)) {
  if (wanted.length > 0 && !wanted.includes(kind)) continue;
  const started = Date.now();
  const place = await open(templates);
  console.log(`\n${kind}: ${place.description}, ${templates} templates ready in ${Date.now() - started} ms`);
  console.log("request                                    p50 ms  p95 ms  SQL p50  SQL p95   ratio  runs");
  for (const example of cases) {
    const result = { database: kind, ...(await compare(place, example, samples)) };
    results.push(result);
    const { request, sql } = result;
    const numbers = [request.p50, request.p95, sql.p50, sql.p95, result.ratio].map((value) =>
      value.toFixed(1).padStart(8),
    );
    console.log(
      `${example.name.padEnd(41)}${numbers.join("")}${String(result.runs).padStart(6)}${request.p95 > goalMilliseconds ? "  too slow" : ""}`,
    );
  }
  await place.close();
}

const slow = results.filter(({ request }) => request.p95 > goalMilliseconds);
const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node ${process.version}`;
mkdirSync("bench-results", { recursive: true });
const file = `bench-results/${new Date().toISOString().replace(/\W/g, "")}.json`;
writeFileSync(
  file,
  `${JSON.stringify({ at: new Date().toISOString(), machine, templates, samples, results }, null, 2)}\n`,
);
console.log(`\n${machine}. ${samples} samples each. Written to ${file}.`);
console.log(`p95 under ${goalMilliseconds} ms: ${results.length - slow.length} of ${results.length}`);
process.exit(slow.length === 0 ? 0 : 1);
