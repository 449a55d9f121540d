// Runs the parts of `npm test` one by one, counts what passed and failed, and tells it.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

const total = { passed: 0, failed: 0 };
/** What is told once more at the end, where whoever has only the end of the output finds it. */
const failures = [];

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
export async function check(name, ...command) {
  const started = Date.now();
  const { isGreen, output } = await run(...command);
  report(name, { passed: isGreen ? 1 : 0, failed: isGreen ? 0 : 1 }, started, output);
}

/**
 * A test runner that writes a JSON report; a runner that dies without one counts as a failure.
 * @param read takes the counts, the times of the tests, in seconds by title, and those that failed from the report
 */
export async function suite(name, file, read, ...command) {
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

/** Tells what failed and, in the last line, the count; answers it. */
export function tellOutcome() {
  for (const failure of failures) console.log(`✗ ${failure}`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total;
}
