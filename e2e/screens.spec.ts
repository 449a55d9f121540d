import { readdirSync } from "node:fs";
import { dirname, sep } from "node:path";
import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { uniqueNumber } from "./actions/objects";
import { createPhone, uniqueDevice } from "./actions/phone";
import { screens } from "./actions/screens";
import { test } from "./fixtures/test";

const budgetKilobytes = 350;
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

for (const { name, address: addressOf } of screens) {
  test(`${name}: at most 350 kB of compressed JavaScript, WCAG 2.2 AA finds nothing in light and in dark, and the page never scrolls sideways`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    const address = await addressOf(api, uniqueName("Screen"));
    const scripts = scriptsOf(page);
    await prefer({ theme: "light", language: "en" });
    await page.goto(address);
    await expectAccessible(page);
    const kilobytes = await kilobytesOf(scripts);
    expect(kilobytes).toBeLessThanOrEqual(budgetKilobytes);
    expect(kilobytes).toBeGreaterThan(50);
    await expectNoSidewaysScroll(page);
    await prefer({ theme: "dark", language: "ko" });
    await page.goto(address);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });
}

/** What matches the addresses of a page of the app by its folder, such as `/device/phone/[name]/configuration-file`. */
function routeIn(folder: string): RegExp {
  const parts = folder.split(sep).map((part) => {
    if (part.startsWith("[[...")) return "(/.*)?";
    return part.startsWith("[") ? "/(?!new$)[^/]+" : `/${part}`;
  });
  return new RegExp(`^${parts.join("")}$`);
}

test("these are the screens of every page of the app", async ({ api, uniqueName, baseURL }) => {
  const paths = await Promise.all(
    screens.map(async ({ address }) => new URL(await address(api, uniqueName("Screen")), baseURL).pathname),
  );
  const folders = readdirSync("app/(console)", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(`${sep}page.tsx`))
    .map(dirname);
  expect(folders.length).toBeGreaterThan(30);
  expect(folders.filter((folder) => !paths.some((path) => routeIn(folder).test(path)))).toEqual([]);
});

test("a list with more columns than there is room for scrolls in its place; its headings stay in view where it has room", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueDevice(uniqueName);
  const lines = [1, 2, 3].map((index) => ({ index, directoryNumber: uniqueNumber() }));
  await createPhone(api, { name, description: "Seoul, second desk by the window", lines });
  await page.goto(`/device/phone?where=name:isExactly:${name}`);
  await expect(page.getByRole("row", { name })).toBeVisible();
  await expectNoSidewaysScroll(page);
  const headings = page.locator("thead");
  await expect(headings).toHaveCSS("position", "static");
  await page.setViewportSize({ width: 1920, height: 900 });
  await expect(headings).toHaveCSS("position", "sticky");
});

test.describe("signed out", () => {
  test.use({ storageState: { cookies: [], origins: [] } });
  for (const theme of ["light", "dark"] as const) {
    test(`sign-in page, ${theme}: WCAG 2.2 AA finds nothing`, async ({ page, prefer }) => {
      await prefer({ theme });
      await page.goto("/sign-in");
      await expectAccessible(page);
    });
  }
});

/** In a window as narrow as a telephone, where tables too have room for all, on a small screen and on a large one. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  for (const width of [390, 1440, 1024]) {
    await page.setViewportSize({ width, height: 800 });
    const tooWide = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect.poll(tooWide, `at ${width}`).toBe(0);
    if (width === 390) await expect.poll(() => page.evaluate(tablesThatScroll)).toEqual([]);
  }
}

/** The tables of a page that are wider than where they lie. */
function tablesThatScroll(): (string | null)[] {
  return [...document.querySelectorAll("table")]
    .filter((table) => table.scrollWidth > (table.parentElement?.clientWidth ?? 0))
    .map((table) => table.getAttribute("aria-label"));
}

/** No rule is switched off and no element is left out; the console has no frames, which alone the other mode is for. */
async function expectAccessible(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  // What is found to be right need not be told, which is a third of the work.
  const options = { resultTypes: ["violations" as const] };
  const builder = new AxeBuilder({ page }).options(options).withTags(standards).setLegacyMode();
  const { violations } = await builder.analyze();
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([]);
}

/** The scripts that a page loads from now on, by address. */
function scriptsOf(page: Page): ReadonlyMap<string, Promise<Buffer>> {
  const scripts = new Map<string, Promise<Buffer>>();
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.set(response.url(), response.body());
  });
  return scripts;
}

const compressed = new Map<string, number>();

/** What scripts weigh together on the way; a script that many screens share is compressed once. */
async function kilobytesOf(scripts: ReadonlyMap<string, Promise<Buffer>>): Promise<number> {
  let bytes = 0;
  for (const [address, body] of scripts) {
    const size = compressed.get(address) ?? gzipSync(await body).byteLength;
    compressed.set(address, size);
    bytes += size;
  }
  return Math.round(bytes / 1000);
}
