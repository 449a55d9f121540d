// Runs every check and test and counts them: static checks, rules and services on both databases, browser tests.
// The last line says how many passed and failed. Usage: npm test; npm run test:nightly makes the random and crash
// tests many times as long.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { findBrowser } from "./find-browser.mjs";

const reports = mkdtempSync(join(tmpdir(), "ringback-reports-"));
const total = { passed: 0, failed: 0 };
/** What is told once more at the end, where whoever has only the end of the output finds it. */
const failures = [];
if (process.argv.includes("--nightly")) process.env.RINGBACK_NIGHTLY = "1";

/** Runs a command and answers whether it succeeded; what it prints goes to the terminal when it ends. */
function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    child.on("close", (code) => resolve({ isGreen: code === 0, output }));
  });
}

/** @param failing the tests that failed, each with its title and what it said */
function report(name, { passed, failed }, started, output = "", failing = []) {
  total.passed += passed;
  total.failed += failed;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${failed === 0 ? "✓" : "✗"} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
  if (failed === 0) return;
  console.log(output);
  if (failing.length === 0) failures.push(name);
  for (const { title, message } of failing) failures.push(`${name}: ${title}\n${firstLines(message)}`);
}

const mostLines = 12;
const mostColumns = 300;

/** The beginning of a message, set in, without colours and without the calls inside the runner. */
function firstLines(message) {
  return stripVTControlCharacters(message)
    .split("\n")
    .filter((line) => !line.includes("/node_modules/"))
    .slice(0, mostLines)
    .map((line) => `      ${line.slice(0, mostColumns)}`)
    .join("\n");
}

/** A check that passes or fails as a whole. */
async function check(name, ...command) {
  const started = Date.now();
  const { isGreen, output } = await run(...command);
  report(name, { passed: isGreen ? 1 : 0, failed: isGreen ? 0 : 1 }, started, output);
}

/**
 * A test runner that writes a JSON report; a runner that dies without one counts as a failure.
 * @param read takes the counts, the times of the tests, in seconds by title, and those that failed from the report
 */
async function suite(name, file, read, ...command) {
  const started = Date.now();
  const { isGreen, output } = await run(...command);
  let counts = { passed: 0, failed: 1 };
  let times = [];
  let failing = [];
  try {
    ({ counts, times, failing } = read(JSON.parse(readFileSync(file, "utf8"))));
  } catch (error) {
    console.log(`${name} left no report: ${error.message}`);
  }
  if (!isGreen && counts.failed === 0) counts.failed = 1;
  report(name, counts, started, output, failing);
  const slowest = times.toSorted((one, other) => other.seconds - one.seconds).slice(0, mostSlow);
  for (const { seconds, title } of slowest) console.log(`  ${seconds.toFixed(1).padStart(6)} s  ${title}`);
}

/** How many of the slowest tests of a suite are told: where its time goes. */
const mostSlow = 8;

/** The tests of Playwright's report with their times and what they said, however deep they are described. */
function browserTests({ title, suites = [], specs = [] }) {
  const own = specs.map((spec) => {
    const results = spec.tests.flatMap((test) => test.results);
    return {
      title: `${title} › ${spec.title}`,
      seconds: results.reduce((sum, { duration }) => sum + duration, 0) / 1000,
      isGreen: spec.ok,
      message: results.flatMap(({ errors }) => errors.map(({ message }) => message ?? "")).join("\n"),
    };
  });
  return [...own, ...suites.flatMap(browserTests)];
}

/** The tests of Vitest's report with what they said; a file that failed before its first test is one. */
function failingInVitest({ name, status, message, assertionResults }) {
  const file = relative(process.cwd(), name);
  if (status === "failed" && assertionResults.length === 0) return [{ title: file, message }];
  return assertionResults
    .filter((test) => test.status !== "passed")
    .map((test) => ({ title: `${file} › ${test.fullName}`, message: test.failureMessages.join("\n") }));
}

const bin = (name) => join("node_modules", ".bin", name);
const vitestReport = join(reports, "vitest.json");
const playwrightReport = join(reports, "playwright.json");

await Promise.all([
  check("format and lint (Biome)", bin("biome"), ["ci", "."]),
  check("types (TypeScript)", bin("tsc"), ["--noEmit"]),
]);
await Promise.all([
  check("layers (dependency-cruiser)", bin("depcruise"), [
    "app",
    "components",
    "lib",
    "e2e",
    "--output-type",
    "err",
  ]),
  check("dead code (knip)", bin("knip"), ["--no-progress"]),
]);
await suite(
  "rules and services on both databases (Vitest)",
  vitestReport,
  (json) => ({
    counts: {
      passed: json.numPassedTests,
      // A skipped test proves nothing; a file that fails before its first test has none to count.
      failed:
        json.numFailedTests +
        json.numPendingTests +
        json.numTodoTests +
        json.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0)
          .length,
    },
    times: json.testResults.flatMap(({ assertionResults }) =>
      assertionResults.map(({ fullName, duration }) => ({
        title: fullName,
        seconds: (duration ?? 0) / 1000,
      })),
    ),
    failing: json.testResults.flatMap(failingInVitest),
  }),
  bin("vitest"),
  ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${vitestReport}`],
);
const browser = await findBrowser();
await suite(
  "the console in the browser (Playwright)",
  playwrightReport,
  ({ stats, suites }) => {
    const times = suites.flatMap(browserTests);
    return {
      counts: { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped },
      times,
      failing: times.filter(({ isGreen }) => !isGreen),
    };
  },
  bin("playwright"),
  ["test", "--reporter=list,json"],
  { PLAYWRIGHT_CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
);

rmSync(reports, { recursive: true, force: true });
for (const failure of failures) console.log(`✗ ${failure}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
