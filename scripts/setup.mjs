// Makes a clone ready to run: installs packages, generates code and builds, each only when its sources changed.
// Plain JavaScript without dependencies, because it runs before anything is installed, on any Node from 18.
// Usage: node scripts/setup.mjs [--no-build]
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { bundledNode, doUnlessDone, root, stamps, steps } from "./setup/steps.mjs";

/** Runs a step unless it was done, and tells it. */
function step(what, run) {
  doUnlessDone(what, () => {
    const started = Date.now();
    process.stdout.write(`Setting up: ${what.name} … `);
    run();
    process.stdout.write(`done in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
  });
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
  run(bundledNode, args, env);
}

step(steps.packages, () =>
  // Not "npm ci": it refuses a lock file written where the packages of other platforms were not to be had.
  run("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"]),
);
step(steps.databaseClient, () => {
  // Generating needs no engine, but looks for one and would download it: any executable file satisfies it.
  const placeholder = join(stamps, "schema-engine");
  mkdirSync(stamps, { recursive: true });
  writeFileSync(placeholder, "#!/bin/sh\nexit 0\n");
  chmodSync(placeholder, 0o755);
  runNode(["node_modules/prisma/build/index.js", "generate"], {
    // It starts the generator of the types for Kysely by its name; that one, too, runs on the Node of node_modules.
    PATH: `${join(root, "node_modules", ".bin")}${delimiter}${process.env.PATH}`,
    PRISMA_SCHEMA_ENGINE_BINARY: placeholder,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  });
});
step(steps.apiClient, () => runNode(["scripts/generate-client.mjs"]));
if (!process.argv.includes("--no-build")) {
  step(steps.console, () =>
    runNode(["node_modules/next/dist/bin/next", "build"], { NEXT_TELEMETRY_DISABLED: "1" }),
  );
}
