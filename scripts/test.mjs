// Runs every check and test and counts them: static checks, rules and services on both databases, browser tests.
// The last line says how many passed and failed. Usage: npm test; npm test -- --changed runs what a change concerns;
// npm run test:nightly makes the random and crash tests many times as long.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./find-browser.mjs";
import { changedFiles, sources } from "./test/changed-files.mjs";
import { chooseTests } from "./test/choose.mjs";
import { check, suite, tellOutcome } from "./test/outcome.mjs";
import { readPlaywright, readVitest } from "./test/read-reports.mjs";

if (process.argv.includes("--nightly")) process.env.RINGBACK_NIGHTLY = "1";
const reports = mkdtempSync(join(tmpdir(), "ringback-reports-"));
const bin = (name) => join("node_modules", ".bin", name);

const everything = { units: "all", scenarios: "all" };

/** What is to be run: everything, or with --changed what the difference from main concerns; null when there is none. */
function chosenTests() {
  if (!process.argv.includes("--changed")) return everything;
  const changed = changedFiles();
  if (changed === null) {
    console.log("Git cannot tell here what has changed, so everything is tested.");
    return everything;
  }
  console.log(`${changed.length} ${changed.length === 1 ? "file differs" : "files differ"} from main.`);
  return changed.length === 0 ? null : chooseTests(changed, sources());
}

/** Format, lint, types, layers and dead code. */
async function runChecks() {
  await Promise.all([
    check("format and lint (Biome)", bin("biome"), ["ci", "."]),
    check("types (TypeScript)", bin("tsc"), ["--noEmit"]),
  ]);
  const layers = ["app", "components", "lib", "e2e", "--output-type", "err"];
  await Promise.all([
    check("layers (dependency-cruiser)", bin("depcruise"), layers),
    check("dead code (knip)", bin("knip"), ["--no-progress"]),
  ]);
}

/** @param units "all", or the files whose related tests are meant */
async function runUnits(units) {
  const name = "rules and services on both databases (Vitest)";
  const report = join(reports, "vitest.json");
  const which = units === "all" ? ["run"] : ["related", "--run", ...units];
  const options = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  await suite(name, report, readVitest, bin("vitest"), [...which, ...options]);
}

/** @param scenarios "all", or their files */
async function runScenarios(scenarios) {
  const name = "the console in the browser (Playwright)";
  if (scenarios.length === 0) return console.log(`– ${name}: the change concerns no scenario`);
  const report = join(reports, "playwright.json");
  // A scenario that only nights have is none by day.
  const which = scenarios === "all" ? [] : ["--pass-with-no-tests", ...scenarios];
  await suite(name, report, readPlaywright, bin("playwright"), ["test", ...which, "--reporter=list,json"], {
    PLAYWRIGHT_CHROMIUM: await findBrowser(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
}

const chosen = chosenTests();
if (chosen) {
  await runChecks();
  await runUnits(chosen.units);
  await runScenarios(chosen.scenarios);
} else console.log("There is nothing to test.");
rmSync(reports, { recursive: true, force: true });

const { passed, failed } = tellOutcome();
// Where something is to be tested, none that passed is a failure too.
process.exit(failed === 0 && (passed > 0 || chosen === null) ? 0 : 1);
