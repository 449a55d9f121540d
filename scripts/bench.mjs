// Measures the API on both databases: the server time of a request, from the API's own handler to the last byte of the
// answer, beside the bare SQL of the same run. Prints a table and writes bench-results/<time>.json.
// Usage: npm run bench [-- <part>… embedded|server --samples=1000 --phones=100000 --runs=5]; parts: softkey-templates,
// phones, devices (both with so many phones), browser (the console that was built last, in Chromium, with as many), calls (phones in
// use, with servers of their own), engine (which needs no database)
import "./bench/as-in-production.mjs";
import "./register-aliases.mjs";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { browser } from "./bench/browser.mjs";
import { calls } from "./bench/calls.mjs";
import { openEmbedded, openServer } from "./bench/databases.mjs";
import { devices } from "./bench/devices.mjs";
import { engine } from "./bench/engine.mjs";
import { compare } from "./bench/measure.mjs";
import { phones } from "./bench/phones.mjs";
import { softkeyTemplates } from "./bench/softkey-templates.mjs";

const parts = [softkeyTemplates, phones, devices, browser, calls, engine];
const openers = { embedded: openEmbedded, server: openServer };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    samples: { type: "string", default: "1000" },
    phones: { type: "string" },
    runs: { type: "string" },
  },
});
const samples = Number(values.samples);
const unknown = positionals.filter((word) => !(word in openers) && !parts.some(({ name }) => name === word));
if (unknown.length > 0) throw new Error(`Neither a part nor a database: ${unknown.join(", ")}`);
const chosen = (names) => {
  const wanted = names.filter((name) => positionals.includes(name));
  return wanted.length === 0 ? names : wanted;
};

const results = [];
for (const partName of chosen(parts.map(({ name }) => name))) {
  const part = parts.find(({ name }) => name === partName);
  if (part.run) results.push(...(await part.run(chosen(Object.keys(openers)))));
  else if (part.measure)
    for (const kind of chosen(Object.keys(openers))) results.push(...(await figures(part, kind)));
  else for (const kind of chosen(Object.keys(openers))) results.push(...(await measure(part, kind)));
}
const missed = results.filter(({ isMet }) => !isMet);
const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node ${process.version}`;
const at = new Date().toISOString();
mkdirSync("bench-results", { recursive: true });
const file = `bench-results/${at.replace(/\W/g, "")}.json`;
writeFileSync(file, `${JSON.stringify({ at, machine, samples, results }, null, 2)}\n`);
console.log(`\n${machine}. ${samples} samples each. Written to ${file}.`);
console.log(`Goal met: ${results.length - missed.length} of ${results.length}`);
process.exit(missed.length === 0 ? 0 : 1);

/** Figures that a part takes itself on a database of its own, a line for each. */
async function figures(part, kind) {
  const place = await openers[kind]();
  const count = countOf(part);
  console.log(`\n${kind}: ${place.description}, ${part.name}, ${count} phones`);
  const lines = await part.measure(place, kind, count, values.runs && Number(values.runs));
  lines.forEach(printFigure);
  await place.close();
  return lines;
}

/** Fills a database of its own for the part and prints a line for each of its cases, and for each figure that it takes after them. */
async function measure(part, kind) {
  const started = Date.now();
  const place = await openers[kind]();
  const count = countOf(part);
  await part.fill(place, count);
  await place.query("VACUUM ANALYZE");
  const { path, goal } = part;
  console.log(
    `\n${kind}: ${place.description}, ${part.what(count)} ready in ${Date.now() - started} ms; ${goal}`,
  );
  console.log(`${"request".padEnd(49)}  p50 ms  p95 ms  SQL p50  SQL p95   ratio  runs`);
  const lines = [];
  for (const example of part.cases()) {
    const figures = await compare(place, part, example, samples);
    const result = { part: part.name, database: kind, path, ...figures, isMet: part.isMet(figures) };
    lines.push(result);
    console.log(row(result));
  }
  for await (const line of part.after?.(place, kind, count) ?? []) {
    lines.push({ part: part.name, database: kind, count, ...line });
    printFigure(line);
  }
  await place.close();
  return lines;
}

/** How many phones a part has that has any. */
function countOf({ count }) {
  return Number(values.phones ?? count);
}

function printFigure({ name, value, beside, ratio = value / beside, isMet }) {
  const numbers = [value, beside].map((number) => number.toFixed(0).padStart(10)).join("");
  console.log(`${name.padEnd(49)}${numbers}${ratio.toFixed(1).padStart(8)}${isMet ? "" : "  goal missed"}`);
}

function row({ name, request, sql, ratio, runs, isMet }) {
  const numbers = [request.p50, request.p95, sql.p50, sql.p95, ratio].map((value) =>
    value.toFixed(1).padStart(8),
  );
  return `${name.padEnd(49)}${numbers.join("")}${String(runs).padStart(6)}${isMet ? "" : "  too slow"}`;
}
