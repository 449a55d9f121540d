// Finds a Chromium for the browser tests, or installs one: the first of PLAYWRIGHT_CHROMIUM, an installed headless
// shell, an installed browser, Playwright's own download, and the system's package that works. The headless shell
// draws no window of its own and takes about half the processor time, so unattended runs install it first.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const shells = ["chromium-headless-shell", "chrome-headless-shell"];
const browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function pathOf(command) {
  const { status, stdout } = spawnSync("sh", ["-c", `command -v ${command}`], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

const works = (file) =>
  file && existsSync(file) && spawnSync(file, ["--version"], { stdio: "ignore" }).status === 0;

/** Where the system's package, once installed, has its program; a system without the package has none. */
function installed(name) {
  console.log(`Installing the system's ${name} …`);
  spawnSync("apt-get", ["update"], { stdio: "ignore" });
  spawnSync("apt-get", ["install", "-y", name], { stdio: "ignore" });
  return pathOf(name);
}

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath();
}

const named = () => process.env.PLAYWRIGHT_CHROMIUM;
const shell = () => shells.map(pathOf).find(works);
const browser = () => browsers.map(pathOf).find(works);

const thoseThatAreThere = [named, shell, browser, playwrightsOwn];

const tries = [
  named,
  shell,
  () => process.env.CI && installed("chromium-headless-shell"),
  browser,
  playwrightsOwn,
  async () => {
    console.log("No Chromium found: installing Playwright's …");
    spawnSync("npx", ["playwright", "install", "--with-deps", "chromium"], {
      stdio: "ignore",
      timeout: 180_000,
    });
    return playwrightsOwn();
  },
  () => installed("chromium-headless-shell"),
  () => installed("chromium"),
];

/** What the first attempt that leads to a browser answers, or undefined. */
async function firstThatWorks(attempts) {
  for (const attempt of attempts) {
    const file = await attempt();
    if (works(file)) return file;
  }
}

/** Path of a browser that starts and is there already, or undefined. */
export function presentBrowser() {
  return firstThatWorks(thoseThatAreThere);
}

/** Path of a browser that starts, installed if there is none. */
export async function findBrowser() {
  const file = await firstThatWorks(tries);
  if (file) return file;
  throw new Error(
    "No Chromium found and none could be installed. Install one and set PLAYWRIGHT_CHROMIUM to its path.",
  );
}
