import { expect } from "@playwright/test";
import { test } from "./fixtures/test";

test("language and theme change at once and are remembered with the person", async ({
  page,
  context,
  baseURL,
}) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Language" }).click();
  await page.getByRole("menuitemradio", { name: "한국어" }).click();
  await expect(page.getByRole("link", { name: "소프트키 템플릿", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "테마" }).click();
  await page.getByRole("menuitemradio", { name: "어둡게" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");

  const answer = await context.request.get(`${baseURL}/api/v1/session`);
  expect(await answer.json()).toMatchObject({ language: "ko", theme: "dark" });
  await context.request.patch(`${baseURL}/api/v1/session/preferences`, {
    data: { language: null, theme: null },
  });
});

test("the palette finds a softkey template by part of its name and opens it", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Palette");
  await api.createSoftkeyTemplate({ name });
  await page.goto("/");
  await page.keyboard.press("Control+k");
  await page.keyboard.type(name.toLowerCase());
  await expect(page.getByRole("menuitem")).toHaveText([new RegExp(name)]);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Softkey Template Configuration" })).toBeVisible();
});

test("what is typed while the palette or the list of keys is still being loaded is kept, and does nothing on the page", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Typed");
  await api.createSoftkeyTemplate({ name });
  await page.goto("/", { waitUntil: "networkidle" });
  let letIn = () => {};
  const hold = async () => {
    await page.unrouteAll();
    const { promise, resolve } = Promise.withResolvers<void>();
    letIn = resolve;
    await page.route("**/_next/static/**", async (route) => {
      await promise;
      await route.continue();
    });
  };
  await hold();
  await page.keyboard.press("Control+k");
  await page.keyboard.type(`${name}x`);
  await page.keyboard.press("Backspace");
  letIn();
  await expect(page.getByRole("dialog").getByRole("textbox")).toHaveValue(name);
  await expect(page.getByRole("menuitem")).toHaveText([new RegExp(name)]);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Softkey Template Configuration" })).toBeVisible();

  // Who gives up, or goes elsewhere, types where the focus is.
  await hold();
  await page.keyboard.press("?");
  await page.keyboard.press("Escape");
  const description = page.getByLabel("Description", { exact: true });
  await description.fill("");
  await description.pressSequentially("typed");
  await expect(description).toHaveValue("typed");
  await description.fill("");
  letIn();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("heading", { level: 1 }).click();

  await page.reload({ waitUntil: "networkidle" });
  await hold();
  const url = page.url();
  await page.keyboard.press("?");
  await page.keyboard.type("gpn");
  letIn();
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
  expect(page.url()).toBe(url);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("n");
  await expect(page).toHaveURL(/\/new$/);
});

test("? lists the keys, and Escape closes the list", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeHidden();
});

test("the API reference lists every operation of the OpenAPI document", async ({
  page,
  baseURL,
  context,
}) => {
  const document = await (await context.request.get(`${baseURL}/api/v1/openapi.json`)).json();
  const operations = Object.values<object>(document.paths).flatMap((methods) => Object.keys(methods));
  await page.goto("/help/api");
  await expect(page.getByRole("heading", { level: 1, name: "API Reference" })).toBeVisible();
  await expect(page.getByRole("main").locator("summary")).toHaveCount(operations.length);
});

test("an address that does not exist says so and leads back", async ({ page }) => {
  await page.goto("/nowhere");
  await expect(page.getByRole("heading", { name: "There is no such page" })).toBeVisible();
  await page.getByRole("link", { name: "Go to the start page" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Administration" })).toBeVisible();
});
