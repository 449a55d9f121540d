// Makes a clone ready to run: installs packages, generates code and builds, each only when its sources changed.
// Plain JavaScript without dependencies, because it runs before anything is installed, on any Node from 18.
// Usage: node scripts/setup.mjs [--no-build]
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const stamps = join(root, "node_modules", ".ringback");

const builtFrom = [
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
];
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

/** Runs a step unless it has already succeeded on the same sources; `proof` must exist for that. */
function step(name, sources, proof, run) {
  const stamp = join(stamps, name);
  const wanted = fingerprint(sources);
  const isDone = existsSync(join(root, proof)) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
  if (isDone) return;
  const started = Date.now();
  process.stdout.write(`Setting up: ${name} … `);
  run();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, wanted);
  process.stdout.write(`done in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

/** Runs a command quietly; when it fails, shows what it said and stops. */
function run(command, args, env = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: "utf8",
    shell: process.platform === "win32",
    maxBuffer: 100_000_000,
  });
  if (result.status === 0) return;
  process.stdout.write("failed\n");
  process.stderr.write(`${result.stdout ?? ""}${result.stderr ?? ""}${result.error ?? ""}\n`);
  process.stderr.write(
    `"${[command, ...args].join(" ")}" failed. Correct what it says and run the command again.\n`,
  );
  process.exit(1);
}

/** Runs a script of an installed package, or one of ours, on the Node of node_modules. */
function runNode(args, env) {
  run(
    join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node"),
    args,
    env,
  );
}

step("packages", ["package.json", "package-lock.json"], "node_modules/next/package.json", () =>
  // Not "npm ci": it refuses a lock file written where the packages of other platforms were not to be had.
  run("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"]),
);
step("database-client", ["prisma/schema", "package-lock.json"], "lib/server/db/generated/client.ts", () => {
  // Generating needs no engine, but looks for one and would download it: any executable file satisfies it.
  const placeholder = join(stamps, "schema-engine");
  mkdirSync(stamps, { recursive: true });
  writeFileSync(placeholder, "#!/bin/sh\nexit 0\n");
  chmodSync(placeholder, 0o755);
  runNode(["node_modules/prisma/build/index.js", "generate"], {
    PRISMA_SCHEMA_ENGINE_BINARY: placeholder,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  });
});
step("api-client", ["lib/contract", "lib/catalog", "scripts"], "lib/client/generated/routes.json", () =>
  runNode(["scripts/generate-client.mjs"]),
);
if (!process.argv.includes("--no-build")) {
  step("console", builtFrom, ".next/BUILD_ID", () =>
    runNode(["node_modules/next/dist/bin/next", "build"], { NEXT_TELEMETRY_DISABLED: "1" }),
  );
}
