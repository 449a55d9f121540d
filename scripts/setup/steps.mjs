// The steps that make a clone ready to run, and whether each was done on the sources that are there now.
// Plain JavaScript without dependencies, on any Node from 18, as the scripts that read it.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the program. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
/** Where the steps leave what they did. */
export const stamps = join(root, "node_modules", ".ringback");
/** The Node that the program runs on, one of its packages. */
export const bundledNode = join(
  root,
  "node_modules",
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/**
 * In their order. `sources` are what a step reads, `proof` is a file that is there once it succeeded.
 * @type {Readonly<Record<"packages" | "databaseClient" | "apiClient" | "console", Step>>}
 */
export const steps = {
  packages: {
    name: "packages",
    sources: ["package.json", "package-lock.json"],
    proof: "node_modules/next/package.json",
  },
  databaseClient: {
    name: "database-client",
    sources: ["prisma/schema", "package-lock.json"],
    proof: "lib/server/db/generated/client.ts",
  },
  apiClient: {
    name: "api-client",
    sources: ["lib/contract", "lib/catalog", "scripts/generate-client.mjs", "scripts/register-aliases.mjs"],
    proof: "lib/client/generated/routes.json",
  },
  console: {
    name: "console",
    sources: [
      "app",
      "components",
      "lib",
      "prisma/schema",
      "public",
      "instrumentation.ts",
      "proxy.ts",
      "next.config.ts",
      "scripts/empty-module.cjs",
      "postcss.config.mjs",
      "tsconfig.json",
      "package-lock.json",
    ],
    proof: ".next/BUILD_ID",
  },
};

/**
 * @typedef {{ readonly name: string, readonly sources: readonly string[], readonly proof: string }} Step
 * @typedef {"done" | "outdated" | "never"} StepState
 */

/**
 * Whether a step was done, and on these sources.
 * @param {Step} step
 * @returns {StepState}
 */
export function stateOf({ name, sources, proof }) {
  const stamp = join(stamps, name);
  if (!existsSync(join(root, proof)) || !existsSync(stamp)) return "never";
  return readFileSync(stamp, "utf8") === fingerprint(sources) ? "done" : "outdated";
}

/**
 * Runs a step unless it was done on these sources; when it throws or ends the process, it counts as not done.
 * @param {Step} step
 * @param {() => void} run
 */
export function doUnlessDone(step, run) {
  if (stateOf(step) === "done") return;
  // Before it runs: what changes meanwhile is for the next time.
  const done = fingerprint(step.sources);
  run();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, step.name), done);
}

const notBuilt = /(^|\/)(generated|testing)(\/|$)|\.test\.tsx?$/;

/** Files below the paths, in a fixed order; a path that does not exist has none. */
function filesOf(paths) {
  const found = [];
  const visit = (path) => {
    if (notBuilt.test(path) || !existsSync(join(root, path))) return;
    let entries;
    try {
      entries = readdirSync(join(root, path), { withFileTypes: true });
    } catch {
      found.push(path);
      return;
    }
    for (const entry of entries) visit(`${path}/${entry.name}`);
  };
  for (const path of paths) visit(path);
  return found.sort();
}

/** Fingerprint of the contents of all files below the paths. */
function fingerprint(paths) {
  const hash = createHash("sha256");
  for (const file of filesOf(paths))
    hash
      .update(relative(root, file))
      .update("\0")
      .update(readFileSync(join(root, file)));
  return hash.digest("hex");
}
