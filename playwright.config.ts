import { availableParallelism } from "node:os";
import { defineConfig } from "@playwright/test";

const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** How every page is shown. */
export const look = { viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" } as const;

/** What measures the console needs the machine for itself, so it comes when all else is over, and only at night. */
const measures = "load.spec.ts";

export default defineConfig({
  projects: [
    { name: "console", testIgnore: measures },
    ...(process.env.RINGBACK_NIGHTLY
      ? [{ name: "load", testMatch: measures, dependencies: ["console"] }]
      : []),
  ],
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: true,
  // Each drives a browser and a console: two of them keep two cores busy, and a third one gains nothing there.
  workers: Math.max(2, Math.floor(availableParallelism() / 2)),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  globalSetup: "./e2e/fixtures/global-setup.ts",
  use: {
    browserName: "chromium",
    viewport: look.viewport,
    screenshot: "only-on-failure",
    contextOptions: { reducedMotion: look.reducedMotion },
    launchOptions: {
      ...(process.env.PLAYWRIGHT_CHROMIUM ? { executablePath: process.env.PLAYWRIGHT_CHROMIUM } : {}),
      args: browserArguments,
    },
  },
});
