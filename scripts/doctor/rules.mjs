// The rules of the doctor: from what was found on a machine to what is said of it. They look at nothing themselves.
import { hint, ok, wrong } from "./findings.mjs";

const setUp = "node scripts/setup.mjs does it, as do npm start and npm test.";

/**
 * The Node that runs scripts before anything is installed.
 * @param {string} version as `process.version` has it
 * @param {string} engines of package.json, such as `>=18`
 */
export function judgeNode(version, engines) {
  const least = Number(/^>=(\d+)$/.exec(engines)?.[1]);
  const major = Number(/^v?(\d+)\./.exec(version)?.[1]);
  return major >= least
    ? ok("Node", `${version} runs the scripts`)
    : wrong("Node", `${version} is too old`, `Install Node ${least} or newer, with npm.`);
}

/**
 * The Node among the packages, on which the program runs.
 * @param {string | null} version what it says of itself; null when it does not start
 * @param {string} wanted of package.json
 */
export function judgeBundledNode(version, wanted) {
  if (version === `v${wanted}`) return ok("program's Node", `${version} in node_modules`);
  const says = version === null ? "does not start here" : `is ${version} and should be v${wanted}`;
  const todo = "Remove the folder node_modules, then: node scripts/setup.mjs";
  return wrong("program's Node", `node_modules/node ${says}`, todo);
}

/**
 * A step of the set-up.
 * @param {string} about
 * @param {import("../setup/steps.mjs").StepState} state
 */
export function judgeStep(about, state) {
  if (state === "done") return ok(about, "done on the sources that are here");
  const says = state === "never" ? "not done yet" : "done on other sources than those that are here";
  return wrong(about, says, setUp);
}

/**
 * Packages that are installed in another version than the lock file names, or not at all. What the lock file has for
 * other platforms may be absent.
 * @param {{ packages: Record<string, { version?: string, optional?: boolean }> }} lock package-lock.json
 * @param {{ packages: Record<string, { version?: string }> }} installed what npm noted in node_modules
 * @returns {string[]} their folders, in the order of the lock file
 */
export function packagesThatDiffer(lock, installed) {
  return Object.entries(lock.packages)
    .filter(([folder]) => folder !== "")
    .filter(([folder, { version, optional }]) => {
      const found = installed.packages[folder];
      return found ? found.version !== version : optional !== true;
    })
    .map(([folder]) => folder);
}

const mostNamed = 3;

/** @param {readonly string[]} different as `packagesThatDiffer` answers */
export function judgeVersions(different) {
  if (different.length === 0) return ok("versions", "those of package-lock.json");
  const names = different.slice(0, mostNamed).map((folder) => folder.replace(/^node_modules\//, ""));
  const more = different.length > mostNamed ? ` and ${different.length - mostNamed} more` : "";
  const says = `${names.join(", ")}${more} not as in package-lock.json`;
  return wrong("versions", says, "npm install --no-save");
}

const megabyte = 1_000_000;

/**
 * Room on a disk.
 * @param {{ about: string, folder: string, freeBytes: number, leastMegabytes: number, isForTests?: boolean }} place
 */
export function judgeRoom({ about, folder, freeBytes, leastMegabytes, isForTests = false }) {
  const free = `${Math.floor(freeBytes / megabyte)} MB free at ${folder}`;
  if (freeBytes >= leastMegabytes * megabyte) return ok(about, free);
  const todo = `Make room: ${leastMegabytes} MB are needed${isForTests ? " by the tests" : ""}.`;
  return (isForTests ? hint : wrong)(about, free, todo);
}

/**
 * At their peaks, as seen: a first start 1 GB, with the process that makes the database; browser tests two consoles of 0.5 GB
 * each, while one more starts, and their browsers 2 GB.
 */
const megabytesOf = { start: 1_200, tests: 4_000 };

/** @param {number} bytes that this process may use at most, of the machine or of its container */
export function judgeMemory(bytes) {
  const says = `${Math.floor(bytes / megabyte)} MB`;
  if (bytes >= megabytesOf.tests * megabyte) return ok("memory", says);
  const isEnoughToStart = bytes >= megabytesOf.start * megabyte;
  const who = isEnoughToStart
    ? `npm test takes up to ${megabytesOf.tests}`
    : `A start takes up to ${megabytesOf.start}`;
  return hint("memory", says, `${who} MB and may be ended by the system.`);
}

/**
 * A clock that went back makes sessions, certificates and history wrong.
 * @param {Date} now
 * @param {Date} known an instant that is over for sure
 */
export function judgeClock(now, known) {
  const says = `${now.toISOString()}`;
  if (now >= known) return ok("clock", says);
  const todo = "Correct the clock of the machine (timedatectl set-ntp true).";
  return wrong("clock", `${says} is before this version was written, ${known.toISOString()}`, todo);
}

/** When a migration was written, which its name says: `20261129195031_judge-what-waits`. @param {string} name */
export function timeOfMigration(name) {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)_/.exec(name) ?? [];
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** @param {string | null} fonts what `fc-list :lang=ko` prints; null where there is no such command */
export function judgeKoreanFonts(fonts) {
  if (fonts?.trim()) return ok("Korean font", "installed");
  const says = fonts === null ? "not to be told without fontconfig" : "none: screenshots show boxes";
  return hint("Korean font", says, "Install one (Debian: fonts-noto-cjk) and fontconfig.");
}

/** @param {string | null} browser path of a browser that starts */
export function judgeBrowser(browser) {
  if (browser !== null) return ok("browser", browser);
  return hint("browser", "no Chromium", "npm test installs one; or set PLAYWRIGHT_CHROMIUM to yours.");
}

/**
 * The PostgreSQL server that tests start for themselves.
 * @param {{ version: string } | { reason: string }} found
 */
export function judgeTestServer(found) {
  if ("version" in found) return ok("tests' PostgreSQL", found.version);
  const todo = "npm install --no-save, with the optional packages; only npm test needs it.";
  return hint("tests' PostgreSQL", `does not start: ${found.reason}`, todo);
}
