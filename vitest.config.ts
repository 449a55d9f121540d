import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const serverTests = ["lib/server/**/*.test.ts"];
// A PostgreSQL server has no data folder of ours, so these need no second run.
const ofTheFolder = ["lib/server/db/folder/**", "lib/server/backup/backup.test.ts"];
// The embedded database cannot be away.
const ofTheServer = ["lib/server/db/away/**", "lib/server/db/move.test.ts"];
const integration = {
  include: serverTests,
  globalSetup: ["lib/server/testing/global-setup.ts"],
  testTimeout: 60_000,
  hookTimeout: 60_000,
  isolate: false,
};

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    // Left alone, a machine with two cores gets one worker.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // A file that is compared with and not there is a fault; `npm run queries` writes it.
    update: "none",
    // What a test waits for comes on a busy machine, too, only later.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        // Property tests need their time on a busy machine. Rules keep no state, so files need no world of their own.
        test: {
          name: "rules",
          isolate: false,
          testTimeout: 60_000,
          setupFiles: ["lib/state-table/testing/record-rows.ts"],
          include: [
            "lib/**/*.test.ts",
            "components/**/*.test.ts",
            "scripts/**/*.test.ts",
            "docs/**/*.test.ts",
          ],
          exclude: serverTests,
        },
      },
      // The same integration tests on both real databases.
      { extends: true, test: { name: "embedded", ...integration, exclude: ofTheServer } },
      { extends: true, test: { name: "server", ...integration, exclude: ofTheFolder } },
    ],
  },
});
