import { expect, type Page } from "@playwright/test";
import { phoneInUsePath } from "@/lib/client/paths";
import { clearDesk } from "./actions/desk-phone";
import { test } from "./fixtures/desk";

const phone = (page: Page, { number }: { number: string }) =>
  page.getByRole("region", { name: new RegExp(`^Phone ${number}`) });

/** Chooses an entry of the menu of desks. */
async function chooseDesk(page: Page, open: string | RegExp, entry: string | RegExp): Promise<void> {
  await page.getByRole("main").getByRole("button", { name: open }).click();
  await page.getByRole("menuitem", { name: entry }).click();
}

async function nameDesk(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name of the desk" }).fill(name);
  await dialog.getByRole("button", { name: "Save" }).click();
}

test("what is on the desk is there again after signing in elsewhere, until it is taken away", async ({
  page,
  api,
  browser,
  session,
  baseURL,
  phones,
}) => {
  const { a, b } = await phones({ a: {}, b: {} });
  await clearDesk(api);
  const isRemembered = page.waitForResponse(
    (answer) => answer.url().endsWith("/desks") && answer.request().method() === "PATCH",
  );
  await page.goto(phoneInUsePath(a.name, b.name));
  await isRemembered;
  const elsewhere = await browser.newContext({ storageState: session, baseURL: baseURL ?? "" });
  const other = await elsewhere.newPage();
  await other.goto("/call-back/phones");
  await expect(phone(other, a)).toBeVisible();
  await expect(phone(other, b)).toBeVisible();
  await expect(other.getByText("Live", { exact: true })).toBeVisible();
  for (const { name } of [a, b]) await other.getByRole("button", { name: `Take ${name} away` }).click();
  await expect(other.getByText("No phone is on the desk")).toBeVisible();
  await expect(async () => {
    expect((await (await api.request.get("/api/v1/desks")).json()).open).toEqual({ name: null, phones: [] });
  }).toPass();
  await elsewhere.close();
});

test("desks get names: they are saved, switched, renamed and deleted, and keep what is put on them", async ({
  page,
  api,
  uniqueName,
  phones,
}) => {
  const { a, b, c } = await phones({ a: {}, b: {}, c: {} });
  const [sales, archive, cellar] = [uniqueName("Sales"), uniqueName("Archive"), uniqueName("Cellar")];
  await clearDesk(api);
  await page.goto(phoneInUsePath(a.name, b.name));
  await chooseDesk(page, "Desk without a name", "Save as…");
  await saveNameless(page);
  await expect(
    page
      .getByRole("dialog")
      .getByText(/required|Enter/i)
      .first(),
  ).toBeVisible();
  await nameDesk(page, sales);
  await expect(page).toHaveURL(/desk=/);

  await chooseDesk(page, `Desk ${sales}`, "Empty desk");
  await expect(page.getByText("No phone is on the desk")).toBeVisible();
  await page.goto(phoneInUsePath(c.name));
  await chooseDesk(page, "Desk without a name", "Save as…");
  await nameDesk(page, sales);
  await expect(page.getByRole("dialog")).toContainText(/already|taken|in use/i);
  await nameDesk(page, archive);
  await expect(page.getByRole("button", { name: `Desk ${archive}` })).toBeVisible();

  await chooseDesk(page, `Desk ${archive}`, new RegExp(sales));
  await expect(phone(page, a)).toBeVisible();
  await expect(phone(page, c)).toHaveCount(0);
  await page.getByRole("button", { name: `Take ${b.name} away` }).click();
  await chooseDesk(page, `Desk ${sales}`, "Rename…");
  await nameDesk(page, cellar);
  await expect(page.getByRole("button", { name: `Desk ${cellar}` })).toBeVisible();

  await chooseDesk(page, `Desk ${cellar}`, new RegExp(archive));
  await expect(phone(page, c)).toBeVisible();
  await expect(async () => {
    expect((await (await api.request.get("/api/v1/desks")).json()).open.name).toBe(archive);
  }).toPass();
  // The menu of the console leads to the desk that was used last.
  await page.goto("/call-back/phones");
  await expect(page.getByRole("button", { name: `Desk ${archive}` })).toBeVisible();
  await chooseDesk(page, `Desk ${archive}`, new RegExp(cellar));
  await expect(phone(page, a)).toBeVisible();
  await expect(phone(page, b)).toHaveCount(0);

  await chooseDesk(page, `Desk ${cellar}`, "Delete…");
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("button", { name: "Desk without a name" })).toBeVisible();
  await expect(phone(page, a)).toBeVisible();
  const { items } = await (await api.request.get("/api/v1/desks")).json();
  expect(items).toContainEqual({ name: archive, phones: [c.name] });
  expect(items.map(({ name }: { name: string }) => name)).not.toContain(cellar);
  await api.request.delete(`/api/v1/desks/${encodeURIComponent(archive)}`);
});

/** Saves without having typed a name. */
async function saveNameless(page: Page): Promise<void> {
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
}

test("a desk that was deleted in another window goes on without a name", async ({
  page,
  api,
  uniqueName,
  phones,
}) => {
  const { a, b } = await phones({ a: {}, b: {} });
  const name = uniqueName("Gone");
  await api.request.post("/api/v1/desks", { data: { name, phones: [a.name, b.name] } });
  await page.goto("/call-back/phones");
  await expect(page.getByRole("button", { name: `Desk ${name}` })).toBeVisible();
  await api.request.delete(`/api/v1/desks/${encodeURIComponent(name)}`);
  await page.getByRole("button", { name: `Take ${b.name} away` }).click();
  await expect(page.getByRole("button", { name: "Desk without a name" })).toBeVisible();
  await expect(phone(page, a)).toBeVisible();
});
