// Finds a Chromium for the browser tests, or installs one: the first of PLAYWRIGHT_CHROMIUM, an installed browser,
// Playwright's own download, and the system's package that works.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const installed = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function pathOf(command) {
  const { status, stdout } = spawnSync("sh", ["-c", `command -v ${command}`], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

const works = (file) =>
  file && existsSync(file) && spawnSync(file, ["--version"], { stdio: "ignore" }).status === 0;

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath();
}

const tries = [
  () => process.env.PLAYWRIGHT_CHROMIUM,
  () => installed.map(pathOf).find(works),
  playwrightsOwn,
  async () => {
    console.log("No Chromium found: installing Playwright's …");
    spawnSync("npx", ["playwright", "install", "--with-deps", "chromium"], {
      stdio: "ignore",
      timeout: 180_000,
    });
    return playwrightsOwn();
  },
  () => {
    console.log("Installing the system's Chromium …");
    spawnSync("apt-get", ["update"], { stdio: "ignore" });
    spawnSync("apt-get", ["install", "-y", "chromium"], { stdio: "ignore" });
    return pathOf("chromium");
  },
];

/** Path of a browser that starts. */
export async function findBrowser() {
  for (const attempt of tries) {
    const file = await attempt();
    if (works(file)) return file;
  }
  throw new Error(
    "No Chromium found and none could be installed. Install one and set PLAYWRIGHT_CHROMIUM to its path.",
  );
}
