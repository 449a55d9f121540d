import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { createObject, uniqueNumber } from "./actions/objects";
import { createPhone, uniqueDevice } from "./actions/phone";
import { createUser, signInAs } from "./actions/user";
import { live, test } from "./fixtures/test";

/** Opens the palette and types. */
async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: /Search and commands|검색 및 명령/ })).toBeVisible();
  await page.keyboard.type(text);
}

const line = (page: Page, name: string | RegExp) => page.getByRole("menuitem", { name });
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });

test("the palette finds a phone by its description, its owner, the label of a line, its number and a mistyped word, and says by what", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueDevice(uniqueName);
  const number = uniqueNumber();
  // Letters of its own, for digits would be found in the number.
  const own = [...number].map((digit) => "abcdefghij"[Number(digit)]).join("");
  const place = `Boathouse${own}`;
  const owner = `owner${own}`;
  const lines = [{ index: 1, directoryNumber: number, label: `Jetty${own}` }];
  await createPhone(api, { name, description: `${place} upstairs`, owner, lines });
  await page.goto("/");
  await live(page);
  for (const [text, told] of [
    [place.toLowerCase(), place],
    [owner, `Owner ${owner}`],
    [`jetty${own}`, `Label Jetty${own}`],
    [number, `Number ${number}`],
    [`upstairs ${place}`, place],
    [`${place.slice(0, -1)}z`, place],
  ] as const) {
    await type(page, text);
    await expect(line(page, name)).toContainText(told);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
  await type(page, owner);
  await expect(line(page, name)).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(heading(page, "Phone Configuration")).toBeVisible();
});

test("a mistyped page is found, and Enter goes there; in Korean also by its English name and half a syllable", async ({
  page,
  prefer,
}) => {
  await page.goto("/");
  await live(page);
  await type(page, "sofkey templat");
  // Before the last letter is typed there may be objects of this kind too.
  await expect(line(page, /^Softkey Template/)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(heading(page, "Find and List Softkey Templates")).toBeVisible();
  await prefer({ language: "ko" });
  await page.goto("/");
  await live(page);
  await type(page, "pending apply");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/device\/pending-apply/);
  await page.goto("/");
  await live(page);
  await type(page, "디바이스 풀");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/system\/device-pool/);
});

test("what was found for the beginning of a text is not run by Enter after the rest of it", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Pen");
  await createObject(api, "partition", { name });
  await page.goto("/");
  await live(page);
  await type(page, "pen");
  await expect(line(page, name)).toBeVisible();
  // The next answer does not come.
  await page.route("**/api/v1/search?**", () => {});
  await page.keyboard.type("ding apply");
  await expect(line(page, name)).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/device\/pending-apply/);
});

test("objects that somebody opened are offered first, to nobody else in this browser, and no more when they are gone", async ({
  page,
  api,
  uniqueName,
}) => {
  const pool = uniqueName("Recent");
  await createObject(api, "devicePool", { name: pool });
  await page.goto(`/system/device-pool/${encodeURIComponent(pool)}`);
  await expect(heading(page, /Device Pool/)).toBeVisible();
  await page.goto("/");
  await live(page);
  await type(page, "");
  await expect(page.getByRole("group", { name: "Opened lately" }).getByRole("menuitem")).toContainText([
    pool,
  ]);
  await page.keyboard.press("Escape");

  const other = uniqueName("Other");
  await createUser(api, other, "superUser");
  await signInAs(page, other);
  await page.goto("/");
  await live(page);
  await type(page, "");
  await expect(page.getByRole("group", { name: "Pages" })).toBeVisible();
  await expect(page.getByRole("group", { name: "Opened lately" })).toHaveCount(0);

  await page.goto(`/system/device-pool/${encodeURIComponent(pool)}`);
  await expect(heading(page, /Device Pool/)).toBeVisible();
  await api.request.delete(`/api/v1/device-pools/${encodeURIComponent(pool)}`);
  await page.reload();
  await page.goto("/");
  await live(page);
  await type(page, "");
  await expect(page.getByRole("group", { name: "Pages" })).toBeVisible();
  await expect(page.getByRole("group", { name: "Opened lately" })).toHaveCount(0);
});

test("related links, history, theme, language and signing out are commands", async ({
  page,
  api,
  uniqueName,
  context,
  signInAsNew,
}) => {
  const name = uniqueName("Commands");
  await api.createSoftkeyTemplate({ name });
  await signInAsNew("superUser");
  await page.goto(`/device/device-settings/softkey-template/${encodeURIComponent(name)}`);
  await live(page);
  await type(page, "softkey layout");
  await page.keyboard.press("Enter");
  await expect(heading(page, "Softkey Layout Configuration")).toBeVisible();
  await type(page, "history");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/history$/);
  await live(page);
  await type(page, "theme dark");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await type(page, "한국어");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  const { origin } = new URL(page.url());
  await expect
    .poll(async () => (await context.request.get(`${origin}/api/v1/session`)).json())
    .toMatchObject({ language: "ko", theme: "dark" });
  await type(page, "로그아웃");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("G and a letter go to a page, N adds, / filters, J and K move through the rows, and ? lists them all", async ({
  page,
}) => {
  await page.goto("/");
  await live(page);
  await page.keyboard.press("g");
  await page.keyboard.press("s");
  await expect(heading(page, "Find and List Softkey Templates")).toBeVisible();
  await expect(page.getByRole("row").nth(2)).toBeVisible();
  await page.keyboard.press("j");
  await expect(page.getByRole("row").nth(1)).toBeFocused();
  await page.keyboard.press("j");
  await expect(page.getByRole("row").nth(2)).toBeFocused();
  await page.keyboard.press("k");
  await expect(page.getByRole("row").nth(1)).toBeFocused();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard" });
  await expect(help.getByRole("term")).toContainText(["Add New", "Next row", "Phone", "Softkey Template"]);
  for (const keys of ["J", "K", "/", "N", "GP", "GS", "GH", "?", "Ctrl+K"]) {
    await expect(help.getByRole("definition").filter({ hasText: keys }).first()).toBeVisible();
  }
  const { violations } = await new AxeBuilder({ page }).include("[role=dialog]").setLegacyMode().analyze();
  expect(violations).toEqual([]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  await expect(page).toHaveURL(/\/softkey-template\/new/);
  await page.keyboard.press("g");
  await page.keyboard.press("h");
  await expect(heading(page, "Administration")).toBeVisible();
});

test("keys do nothing while somebody types, chooses from a drop-down or looks at a dialog", async ({
  page,
}) => {
  await page.goto("/system/device-pool");
  await live(page);
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  await page.keyboard.press("/");
  const filter = page.getByRole("search").getByRole("textbox").first();
  await expect(filter).toBeFocused();
  await page.keyboard.type("n/gpj?");
  await expect(filter).toHaveValue("n/gpj?");
  await page.getByRole("search").getByRole("button").first().focus();
  await page.keyboard.press("n");
  await page.keyboard.press("g");
  await page.keyboard.press("p");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: "Search and commands" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("row").nth(1).focus();
  await page.keyboard.press("?");
  await page.keyboard.press("g");
  await page.keyboard.press("p");
  await page.keyboard.press("n");
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
  await expect(page).toHaveURL(/\/system\/device-pool/);
});

test("an action that is merely alike stands behind an object that has what was typed, so that Enter never deletes", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Delte");
  await createObject(api, "partition", { name });
  const pool = uniqueName("Pool");
  await createObject(api, "devicePool", { name: pool });
  await page.goto(`/system/device-pool/${encodeURIComponent(pool)}`);
  await live(page);
  await type(page, "delte");
  await expect(line(page, name)).toBeVisible();
  await expect(line(page, "Delete")).toBeVisible();
  await expect(page.getByRole("menuitem").first()).toContainText(name);
  await page.keyboard.press("Enter");
  await expect(heading(page, `Partition Configuration · ${name}`)).toBeVisible();
});

test("the palette: WCAG 2.2 AA finds nothing, in light and dark", async ({ page, prefer }) => {
  for (const theme of ["light", "dark"] as const) {
    await prefer({ theme });
    await page.goto("/device/phone");
    await live(page);
    await type(page, "standard");
    await expect(page.getByRole("group", { name: "Objects" })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include("[role=dialog]").setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([]);
  }
});
