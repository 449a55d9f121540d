import { expect, type Page } from "@playwright/test";
import { choose, press } from "./actions/console";
import { createPhone, uniqueDevice } from "./actions/phone";
import { createUser, signInAs } from "./actions/user";
import { test } from "./fixtures/test";

const say = {
  en: {
    views: "Views",
    view: (name: string) => `View: ${name}`,
    save: "Save as New View…",
    name: "Name of the view",
    share: "Share with everybody",
    makeDefault: "Open this list with it",
    store: "Save",
    clear: "Clear Filter",
    columns: "Columns",
    registration: "Registration",
    rejected: "Rejected",
  },
  ko: {
    views: "보기",
    view: (name: string) => `보기: ${name}`,
    save: "새 보기로 저장…",
    name: "보기 이름",
    share: "모두와 공유",
    makeDefault: "이 보기로 목록 열기",
    store: "저장",
    clear: "필터 지우기",
    columns: "열",
    registration: "등록",
    rejected: "거부됨",
  },
} as const;

const headings = (page: Page) => page.getByRole("main").getByRole("columnheader");
const inMenu = (page: Page, name: string | RegExp) => page.getByRole("menuitem", { name });

/** Opens the menu of the views, whatever it is called for the view that is shown. */
async function openViews(page: Page, language: "en" | "ko" = "en"): Promise<void> {
  await page
    .getByRole("button", { name: new RegExp(`^${say[language].views.slice(0, 2)}`) })
    .last()
    .click();
}

for (const language of ["en", "ko"] as const) {
  test(`in ${language}, what a list shows is saved by a name, opens the list from then on, is shared, and opened by others`, async ({
    page,
    api,
    uniqueName,
    prefer,
    signInAsNew,
  }) => {
    const text = say[language];
    const name = uniqueName("Refused");
    await prefer({ language });
    await signInAsNew("phoneAdministrator");
    await prefer({ language });
    await page.goto("/device/phone?where=registration:isExactly:rejected&sort=-updatedAt");
    await openViews(page, language);
    await inMenu(page, text.save).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(text.name).fill(name);
    await dialog.getByText(text.share).click();
    await dialog.getByText(text.makeDefault).click();
    await dialog.getByRole("button", { name: text.store, exact: true }).click();
    await expect(page.getByRole("button", { name: text.view(name) })).toBeVisible();

    // An address that asks for nothing opens the view, and says so; one that asks for something shows that.
    await page.goto("/device/phone");
    await expect(page).toHaveURL(/where=registration/);
    await expect(page.getByText(`${text.registration}: ${text.rejected}`)).toBeVisible();
    await press(page, text.clear);
    await expect(page).not.toHaveURL(/where=/);
    await page.reload();
    await expect(page.getByText(`${text.registration}: ${text.rejected}`)).toHaveCount(0);

    const reader = uniqueName("Reader");
    await createUser(api, reader, "readOnly");
    await signInAs(page, reader);
    await prefer({ language });
    await page.goto("/device/phone");
    await expect(page).not.toHaveURL(/where=/);
    await openViews(page, language);
    await inMenu(page, name).click();
    await expect(page).toHaveURL(/where=registration:isExactly:rejected.*sort=-updatedAt/);
  });
}

test("columns, their order and width, rows a page and row height are the person's wherever they sign in", async ({
  page,
  api,
  uniqueName,
  signInAsNew,
}) => {
  const phone = uniqueDevice(uniqueName);
  await createPhone(api, { name: phone });
  await signInAsNew("readOnly");
  const address = `/device/phone?where=name:isExactly:${phone}`;
  await page.goto(address);
  await press(page, "Columns");
  const dialog = page.getByRole("dialog", { name: "Columns" });
  await dialog.getByText("Description", { exact: true }).click();
  await dialog.getByText("Owner User ID", { exact: true }).click();
  for (let step = 0; step < 8; step++)
    await dialog.getByRole("button", { name: "Move Owner User ID up" }).click();
  await dialog.getByRole("button", { name: "Width of Device Name" }).click();
  await page.getByRole("option", { name: "320 px" }).click();
  await dialog.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Row height" }).click();
  await page.getByRole("menuitemradio", { name: "Compact" }).click();
  await choose(page, "Rows per Page", "100");

  const expectOwn = async () => {
    await expect(headings(page).filter({ hasText: "Description" })).toHaveCount(0);
    const names = await headings(page).allTextContents();
    expect(names.indexOf("Owner User ID")).toBeLessThan(names.indexOf("Softkey Template"));
    const name = headings(page).filter({ hasText: "Device Name" });
    expect((await name.boundingBox())?.width).toBeCloseTo(320, 0);
    await expect(page.getByRole("button", { name: "Rows per Page" })).toContainText("100");
  };
  await expectOwn();
  // Nothing of it is in the browser.
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => localStorage.clear());
  await page.goto(address);
  await expectOwn();

  // The edge of a heading does the same; pressed twice, the column is as wide as what is in it.
  const name = headings(page).filter({ hasText: "Device Name" });
  const edge = name.locator("[data-column-edge]");
  const box = await edge.boundingBox();
  if (!box) throw new Error("the heading has no edge");
  await page.mouse.move(box.x + 4, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x - 96, box.y + 10, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => Math.round((await name.boundingBox())?.width ?? 0)).toBe(220);
  await expect(page).not.toHaveURL(/sort=/);
  await edge.dblclick();
  await expect.poll(async () => (await name.boundingBox())?.width ?? 999).toBeLessThan(200);
});

test("a view of one's own is renamed, takes over what is shown, and is deleted; a name that is taken is told, and stays typed", async ({
  page,
  signInAsNew,
}) => {
  await signInAsNew("readOnly");
  for (const name of ["First", "Second"]) {
    const data = { list: "trunk", name, where: [`name:contains:${name}`], sort: "name" };
    expect((await page.request.post("/api/v1/list-views", { data })).status()).toBe(201);
  }
  await page.goto("/device/trunk");
  await openViews(page);
  await inMenu(page, "First").click();
  await expect(page).toHaveURL(/where=name:contains:First/);
  await page.getByRole("columnheader", { name: "Name", exact: true }).click();
  await expect(page).toHaveURL(/sort=-name/);
  await openViews(page);
  await inMenu(page, "Change “First”…").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name of the view").fill("second");
  await dialog.getByText("Take over what is shown now").click();
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await dialog.getByLabel("Name of the view").fill("Third");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("button", { name: "View: Third" })).toBeVisible();

  await openViews(page);
  await inMenu(page, "Change “Third”…").click();
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(dialog).toBeHidden();
  const { items } = await (await page.request.get("/api/v1/list-views?list=trunk")).json();
  expect(items.map(({ name }: { name: string }) => name)).toEqual(["Second"]);
});
