import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { createObject } from "./actions/objects";
import { createPhone, uniqueDevice } from "./actions/phone";
import { live, test } from "./fixtures/test";

test("an address that does not exist keeps the menu and names what was not found, in both languages", async ({
  page,
  prefer,
}) => {
  const response = await page.goto("/device/phone/SEPNOBODY/history");
  expect(response?.status()).toBe(404);
  const main = page.getByRole("main");
  await expect(main.getByText("No phone is called “SEPNOBODY”.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Softkey Template", exact: true })).toBeVisible();
  await main.getByRole("link", { name: "Find and List Phones" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Find and List Phones" })).toBeVisible();
  await prefer({ language: "ko" });
  await page.goto("/no/such/page");
  await expect(page.getByRole("main").getByText("/no/such/page")).toBeVisible();
  await expect(page.getByRole("link", { name: "소프트키 템플릿", exact: true })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations).toEqual([]);
});

test("a link to an object that was deleted leads to its history: who deleted it, why, and what it was", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Gone");
  await createObject(api, "devicePool", { name, description: "On the third floor" });
  const path = `device-pools/${encodeURIComponent(name)}`;
  await api.request.delete(`/api/v1/${path}?reason=Moved`);
  await page.goto(`/system/device-pool/${encodeURIComponent(name)}`);
  const main = page.getByRole("main");
  await expect(main.getByText(`${name} was deleted`)).toBeVisible();
  await expect(main.getByText("· admin · Moved")).toBeVisible();
  await expect(main.getByText("On the third floor")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await expect(main.getByRole("button", { name: /Restore/ })).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations).toEqual([]);
  await createObject(api, "devicePool", { name });
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Device Pool Configuration" })).toBeVisible();
});

test("the title of an editor names its object, in the heading and on the tab", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Titled");
  await api.createSoftkeyTemplate({ name });
  await page.goto(`/device/device-settings/softkey-template/${encodeURIComponent(name)}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    `Softkey Template Configuration · ${name}`,
  );
  await expect(page).toHaveTitle(new RegExp(`^${name}`));
});

test("after going to another page the focus is on its heading; a field that wants it keeps it", async ({
  page,
}) => {
  await page.goto("/");
  await live(page);
  await page.getByRole("link", { name: "Device Pool", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Device Pools/ })).toBeFocused();
  await page.getByRole("link", { name: "Default", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Device Pool Configuration/ })).toBeFocused();
  await page.getByRole("banner").getByRole("link", { name: "Ringback" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Administration" })).toBeFocused();
  await page.getByRole("link", { name: "Device Pool", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Device Pools/ })).toBeFocused();
  await page.keyboard.press("n");
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
});

test("a click in the menu shows a sign within 100 ms while the line is slow", async ({ page }) => {
  await page.goto("/");
  await live(page);
  const link = page.getByRole("link", { name: "Partition", exact: true });
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route("**/class-of-control/partition**", async (route) => {
    await held;
    await route.continue();
  });
  // Measured by the browser itself: from the click to the first frame with the sign.
  const milliseconds = await link.evaluate(
    (element) =>
      new Promise<number>((resolve) => {
        let clicked = 0;
        const look = () => {
          if (element.querySelector("svg")) resolve(performance.now() - clicked);
          else requestAnimationFrame(look);
        };
        element.addEventListener("click", () => {
          clicked = performance.now();
          requestAnimationFrame(look);
        });
        (element as HTMLElement).click();
      }),
  );
  expect(milliseconds).toBeLessThan(100);
  goOn();
  await expect(page.getByRole("heading", { level: 1, name: /Partitions/ })).toBeVisible();
  await expect(link.locator("svg")).toHaveCount(0);
});

test("names, numbers and MAC addresses are copied with a button", async ({
  page,
  api,
  uniqueName,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const name = uniqueDevice(uniqueName);
  await createPhone(api, { name });
  await page.goto(`/device/phone/${name}`);
  await live(page);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole("button", { name: "Copy name" }).click();
  await expect.poll(clipboard).toBe(name);
  await page.getByRole("button", { name: "Copy MAC address" }).click();
  await expect.poll(clipboard).toBe(name.slice(3).match(/../g)?.join(":"));
  await expect(page.getByText("Copied").first()).toBeVisible();
});

test("on paper there is only the page: no menu, no bar, no buttons, and dark is light", async ({
  page,
  prefer,
}) => {
  await prefer({ theme: "dark" });
  await page.goto("/system/device-pool");
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1, name: /Device Pools/ })).toBeVisible();
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Menu" })).toBeHidden();
  await expect(page.getByRole("toolbar")).toBeHidden();
  await expect(page.getByRole("search").getByRole("button").first()).toBeHidden();
  await expect(page.locator("html")).toHaveCSS("color-scheme", "light");
});

test("fields that need one have a line of help, in both languages", async ({ page, prefer }) => {
  for (const [language, help] of [
    ["en", "Language of the phone’s screen"],
    ["ko", "전화기 화면, 소프트키, 메시지의 언어"],
  ] as const) {
    await prefer({ language });
    await page.goto("/device/device-settings/common-device-configuration/new");
    await expect(page.getByText(help)).toBeVisible();
  }
});

test("what says that the server is away goes when it is back: the list is there again, a save can be tried again, and what was typed is still there", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Away");
  await createObject(api, "devicePool", { name });
  await page.goto(`/system/device-pool/${encodeURIComponent(name)}`);
  await live(page);
  await page.route("**/api/v1/**", (route) => route.abort());
  await page.getByRole("textbox", { name: "Description" }).fill("typed while the server was away");
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("alert").filter({ hasText: "cannot be reached" })).toBeVisible();
  await page.unroute("**/api/v1/**");
  await expect(page.getByRole("status").filter({ hasText: "The server answers again" })).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByRole("alert").filter({ hasText: "cannot be reached" })).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Description" })).toHaveValue(
    "typed while the server was away",
  );
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("status").filter({ hasText: "Update successful" })).toBeVisible();
});
