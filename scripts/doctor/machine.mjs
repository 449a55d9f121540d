// Looks at the machine, without anything that has to be installed. Changes nothing.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statfsSync } from "node:fs";
import { tmpdir, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { bundledNode, root, stateOf, steps } from "../setup/steps.mjs";
import {
  judgeBundledNode,
  judgeClock,
  judgeKoreanFonts,
  judgeMemory,
  judgeNode,
  judgeRoom,
  judgeStep,
  judgeVersions,
  packagesThatDiffer,
  timeOfMigration,
} from "./rules.mjs";

const readJson = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));

/** What a command prints; null when it is not there or fails. */
export function outputOf(command, args) {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8", timeout: 20_000 });
  return status === 0 ? stdout : null;
}

/** The folder, or the one above it that exists. */
export function existing(folder) {
  let found = folder;
  while (!existsSync(found)) found = dirname(found);
  return found;
}

/** Bytes that this account may still write below a folder. */
export function freeBytes(folder) {
  const { bavail, bsize } = statfsSync(existing(folder));
  return bavail * bsize;
}

/** What is said of packages and of the steps of the set-up. */
export function lookAtSetup() {
  const { engines, dependencies } = readJson("package.json");
  const node = judgeNode(process.version, engines.node);
  const packages = stateOf(steps.packages);
  if (packages === "never") return [node, judgeStep("packages", packages)];
  return [
    node,
    judgeStep("packages", packages),
    judgeVersions(packagesThatDiffer(readJson("package-lock.json"), installedPackages())),
    judgeBundledNode(outputOf(bundledNode, ["--version"])?.trim() ?? null, dependencies.node),
    judgeStep("database client", stateOf(steps.databaseClient)),
    judgeStep("routes of the API", stateOf(steps.apiClient)),
    judgeStep("build", stateOf(steps.console)),
  ];
}

/** What npm noted of the packages that it installed; without the note none is known. */
function installedPackages() {
  const note = "node_modules/.package-lock.json";
  return existsSync(join(root, note)) ? readJson(note) : { packages: {} };
}

/** Folder of the packages and of a build: 1.3 GB and 0.25 GB, and a build is made beside the one before. */
const megabytes = { toInstall: 2_000, toBuild: 500, toTest: 2_000 };

/** What is said of disks, memory, clock and fonts. */
export function lookAtMachine() {
  const leastMegabytes = stateOf(steps.packages) === "never" ? megabytes.toInstall : megabytes.toBuild;
  const temporary = { about: "room for tests", folder: tmpdir(), leastMegabytes: megabytes.toTest };
  return [
    judgeRoom({ about: "room", folder: root, freeBytes: freeBytes(root), leastMegabytes }),
    judgeRoom({ ...temporary, freeBytes: freeBytes(tmpdir()), isForTests: true }),
    judgeMemory(Math.min(totalmem(), process.constrainedMemory?.() || Number.POSITIVE_INFINITY)),
    judgeClock(new Date(), timeOfMigration(newestMigration())),
    ...(process.platform === "linux" ? [judgeKoreanFonts(outputOf("fc-list", [":lang=ko", "family"]))] : []),
  ];
}

function newestMigration() {
  const names = readdirSync(join(root, "prisma", "migrations")).filter((name) => /^\d{14}_/.test(name));
  return names.sort().at(-1) ?? "";
}
