import { expect, type Page } from "@playwright/test";
import { choose, press } from "./actions/console";
import { createObject } from "./actions/objects";
import { createPhone, uniqueDevice, words } from "./actions/phone";
import type { Api } from "./fixtures/api";
import { test } from "./fixtures/desk";

const say = {
  en: {
    field: "Field",
    registration: "Registration",
    state: "State",
    valueOf: (field: string) => `Value for ${field}`,
    registered: "Registered",
    ended: "Ended",
    active: "Active",
    filter: "Filter",
    remove: "Remove",
    found: (count: number) => (count === 0 ? "No records found" : `${count} record`),
  },
  ko: {
    field: "필드",
    registration: "등록",
    state: "상태",
    valueOf: (field: string) => `${field} 값`,
    registered: "등록됨",
    ended: "종료됨",
    active: "활성",
    filter: "필터",
    remove: "제거",
    found: (count: number) => (count === 0 ? "레코드가 없습니다" : `레코드 ${count}개`),
  },
} as const;

const rows = (page: Page) => page.getByRole("main").locator("tbody").getByRole("row");

for (const language of ["en", "ko"] as const) {
  const text = say[language];
  const { find } = words[language];

  test(`[OV-01] in ${language}, requests that have ended are found by the word for it, which the filter offers`, async ({
    page,
    api,
    prefer,
    twoPhones: { a, b },
  }) => {
    await a.findsBusy(b);
    await a.pressesCallBack();
    await prefer({ language });
    await page.goto("/call-back/requests");
    await choose(page, text.field, text.state);
    await choose(page, text.valueOf(text.state), new RegExp(`^${text.active}$`));
    await press(page, find);
    const own = rows(page).filter({ hasText: a.name });
    await expect(own).toHaveCount(1);
    await choose(page, text.valueOf(text.state), new RegExp(`^${text.ended}$`));
    await press(page, find);
    await expect(own).toHaveCount(0);

    const where = `where=phone:isExactly:${a.name}`;
    const { items } = await (await api.request.get(`/api/v1/call-back/requests?${where}`)).json();
    expect((await api.request.delete(`/api/v1/call-back/requests/${items[0].id}`)).ok()).toBe(true);
    await page.reload();
    await expect(own).toHaveCount(1);
    await expect(own).toContainText(text.ended);
  });

  test(`[PH-01] in ${language}, phones are found by their registration; a chip tells what the list is filtered by, and takes it away again`, async ({
    page,
    api,
    prefer,
    uniqueName,
  }) => {
    const name = uniqueDevice(uniqueName);
    await createPhone(api, { name });
    await prefer({ language });
    await page.goto(`/device/phone?where=name:isExactly:${name}&where=registration:isExactly:registered`);
    await expect(page.getByRole("status").filter({ hasText: text.found(0) })).toBeVisible();
    const chips = page.getByRole("list", { name: text.filter }).getByRole("listitem");
    const chip = chips.filter({ hasText: `${text.registration}: ${text.registered}` });
    await expect(chips).toHaveCount(2);
    await chip.getByRole("button", { name: text.remove }).click();
    await expect(rows(page).filter({ hasText: name })).toHaveCount(1);
    await expect(chips).toHaveCount(1);
    expect(new URL(page.url()).searchParams.getAll("where")).toEqual([`name:isExactly:${name}`]);
    // The keyboard does it too.
    await chips.getByRole("button").focus();
    await page.keyboard.press("Enter");
    await expect(chips).toHaveCount(0);
    expect(new URL(page.url()).searchParams.getAll("where")).toEqual([]);
  });
}

test("a condition that an address compares in its own way is shown as it is, and can be changed to a choice", async ({
  page,
}) => {
  await page.goto("/device/phone?where=registration:contains:register");
  await expect(page.getByRole("textbox", { name: "Text for Registration" })).toHaveValue("register");
  await choose(page, "Operator", "is exactly");
  await choose(page, "Value for Registration", "Rejected");
  await press(page, "Find");
  await expect(page).toHaveURL(/where=registration:isExactly:rejected/);
});

test.describe("a list of phones with long descriptions", () => {
  let name: string;
  test.beforeEach(async ({ page, api, uniqueName }) => {
    name = uniqueDevice(uniqueName);
    const description = "Seoul, second floor, the long desk by the window, third place from the door";
    await createPhone(api, { name, description });
    await page.goto(`/device/phone?where=name:isExactly:${name}`);
    await expect(page.getByRole("row", { name })).toBeVisible();
  });

  test("one row is one line in a window of 1440 pixels, all of the table is to be seen, and what is cut is told", async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    const row = page.getByRole("row", { name });
    expect((await row.boundingBox())?.height).toBeLessThan(36);
    const table = page.getByRole("grid", { name: "Find and List Phones" });
    await expect
      .poll(() =>
        table.evaluate((element) => element.scrollWidth - (element.parentElement?.clientWidth ?? 0)),
      )
      .toBeLessThanOrEqual(0);
    const description = row.getByRole("gridcell").filter({ hasText: "Seoul, second floor" });
    await description.hover();
    await expect(description).toHaveAttribute("title", /third place from the door/);
  });

  test("a description takes the room that the other columns leave", async ({ page, api, uniqueName }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    const pool = uniqueName("Pool");
    const description = "Busan, third floor, all desks along the windows";
    await createObject(api, "devicePool", { name: pool, description });
    await page.goto(`/system/device-pool?where=name:isExactly:${encodeURIComponent(pool)}`);
    const cell = page.getByRole("row", { name: pool }).getByRole("gridcell", { name: description });
    expect(await cell.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  });

  test("in a window of 1024 pixels nothing but the table scrolls sideways", async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 800 });
    const table = page.getByRole("grid", { name: "Find and List Phones" });
    await expect
      .poll(() =>
        page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>("html, main *")]
            .filter((element) => element.scrollWidth > element.clientWidth)
            .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX))
            .map((element) => element.querySelector("table")?.getAttribute("aria-label")),
        ),
      )
      .toEqual([await table.getAttribute("aria-label")]);
  });

  test("in a window of 390 pixels a row is a card: each value after its heading, one below the other", async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    const cells = page.getByRole("row", { name }).getByRole("gridcell");
    const pool = await cells.filter({ hasText: "Default" }).first().boundingBox();
    const lines = await cells.filter({ hasText: `9${name.slice(-6)}` }).boundingBox();
    expect(pool && lines && lines.y >= pool.y + pool.height).toBe(true);
    const label = cells.filter({ hasText: "Default" }).first();
    await expect(label).toHaveCSS("display", "grid");
    expect(await label.evaluate((cell) => getComputedStyle(cell, "::before").content)).toContain(
      "Device Pool",
    );
    // What sorts still does.
    await page.getByRole("columnheader", { name: "Description" }).click();
    await expect(page).toHaveURL(/sort=description/);
  });
});

test("on a long list, what can be done with its rows and the headings stay in view", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 700 });
  await page.goto("/device/device-settings/phone-button-template");
  const last = rows(page).last();
  await last.scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 3000);
  await expect(page.getByRole("heading", { level: 1 })).not.toBeInViewport();
  await expect(page.getByRole("button", { name: "Columns" })).toBeInViewport();
  await expect(page.getByRole("columnheader", { name: "Name", exact: true })).toBeInViewport();
});

for (const language of ["en", "ko"] as const) {
  test(`[PH-02] in ${language}, Save stays in view on the long page of a phone, whose head leads to the effective configuration`, async ({
    page,
    api,
    prefer,
    uniqueName,
  }) => {
    const text = words[language];
    const name = uniqueDevice(uniqueName);
    await createPhone(api, { name });
    await prefer({ language });
    await page.setViewportSize({ width: 1440, height: 700 });
    await page.goto(`/device/phone/${name}`);
    const heading = page.getByRole("heading", { name: text.effective });
    await expect(heading).not.toBeInViewport();
    await page.getByRole("link", { name: text.effective }).click();
    await expect(heading).toBeInViewport();
    const save = page.getByRole("button", { name: text.save, exact: true });
    await expect(save).toBeInViewport();
    // Nothing that stays in view lies over the heading.
    const [top, bottom] = [await heading.boundingBox(), await save.boundingBox()];
    expect(top && bottom && top.y > bottom.y + bottom.height).toBe(true);
  });
}

/** Opens the list of four phones in a pool of their own, each described as *Lobby*; answers their names as the list has them. */
async function lookAtFourPhones(
  page: Page,
  api: Api,
  uniqueName: (words: string) => string,
): Promise<string[]> {
  const pool = uniqueName("Site");
  await createObject(api, "devicePool", { name: pool });
  const names = [1, 2, 3, 4].map(() => uniqueDevice(uniqueName)).toSorted();
  for (const name of names) await createPhone(api, { name, devicePool: pool, description: "Lobby" });
  await page.goto(`/device/phone?where=${encodeURIComponent(`devicePool:isExactly:${pool}`)}&sort=name`);
  return names;
}

test("by keyboard alone rows are reached, selected one by one, from one to another and all, and opened; Tab leads past the list", async ({
  page,
  api,
  uniqueName,
}) => {
  const names = await lookAtFourPhones(page, api, uniqueName);
  const row = (place: number) => page.getByRole("row", { name: names[place] ?? "" });
  const selected = rows(page).and(page.locator("[aria-selected=true]"));
  const heading = page.getByRole("columnheader", { name: "Device Name" });
  await expect(heading).toHaveAttribute("aria-sort", "ascending");
  await heading.focus();
  await page.keyboard.press("Enter");
  await expect(rows(page).first()).toContainText(names[3] ?? "");
  await expect(heading).toHaveAttribute("aria-sort", "descending");
  await page.keyboard.press("Space");
  await expect(rows(page).first()).toContainText(names[0] ?? "");
  await expect(heading).toBeFocused();
  await row(0).getByRole("checkbox").focus();
  await page.keyboard.press("Space");
  await expect(selected).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await expect(row(1)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+Space");
  await expect(selected).toHaveCount(3);
  await expect(page.getByRole("main")).toContainText("3 rows selected");
  await page.keyboard.press("Control+a");
  await expect(selected).toHaveCount(4);
  await expect(page.getByRole("checkbox", { name: "Select all on this page" })).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(selected).toHaveCount(0);

  // What is in the row; then what comes after the list.
  const controls = await row(2).locator("a, button, input").count();
  expect(controls).toBeGreaterThan(3);
  for (let stop = 0; stop < controls; stop++) {
    await page.keyboard.press("Tab");
    await expect(row(2).locator(":focus")).toHaveCount(1);
  }
  await page.keyboard.press("Tab");
  await expect(rows(page).locator(":focus")).toHaveCount(0);
  await page.keyboard.press("Shift+Tab");
  await expect(row(2).locator(":focus")).toHaveCount(1);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/device/phone/${names[1]}$`));
});

test("with Shift all rows from the one before are selected; a click in a row opens it, and selects it when others are", async ({
  page,
  api,
  uniqueName,
}) => {
  const names = await lookAtFourPhones(page, api, uniqueName);
  const row = (place: number) => page.getByRole("row", { name: names[place] ?? "" });
  const selected = rows(page).and(page.locator("[aria-selected=true]"));
  const box = (place: number) => row(place).getByRole("checkbox");
  await box(0).click({ force: true });
  await box(2).click({ force: true, modifiers: ["Shift"] });
  await expect(selected).toHaveCount(3);
  await row(3).getByText("Lobby").click();
  await expect(selected).toHaveCount(4);
  await row(1).getByText("Lobby").click();
  await expect(selected).toHaveCount(3);
  await page.keyboard.press("Escape");
  await expect(selected).toHaveCount(0);
  await box(0).click({ force: true });
  await row(2)
    .getByText("Lobby")
    .click({ modifiers: ["Shift"] });
  await expect(selected).toHaveCount(3);
  await page.keyboard.press("Escape");
  await expect(selected).toHaveCount(0);
  // Among other rows, or the same in another order, none is the one before.
  await page.getByRole("columnheader", { name: "Device Name" }).click();
  await expect(rows(page).first()).toContainText(names[3] ?? "");
  await box(0).click({ force: true, modifiers: ["Shift"] });
  await expect(selected).toHaveCount(1);
  await page.keyboard.press("Escape");
  await row(1).getByText("Lobby").click();
  await expect(page).toHaveURL(new RegExp(`/device/phone/${names[1]}$`));
});
