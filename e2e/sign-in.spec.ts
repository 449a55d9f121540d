import { expect } from "@playwright/test";
import { adminPassword } from "./fixtures/server";
import { live, test } from "./fixtures/test";

test.use({ storageState: { cookies: [], origins: [] } });

async function signIn(page: import("@playwright/test").Page, name: string, password: string) {
  await page.getByLabel("User name").fill(name);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("a person signs in, sees the console, and signs out again", async ({ page }) => {
  await page.goto("/device/device-settings/softkey-template");
  await expect(page).toHaveURL(/\/sign-in$/);
  await signIn(page, "Admin", adminPassword);
  await expect(page.getByRole("heading", { level: 1, name: "Administration" })).toBeVisible();
  await live(page);
  await page.getByRole("button", { name: /Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in$/);
});

for (const link of ["Softkey Template", "My Account", "API Key"]) {
  test(`without a session any more, ${link} leads to the sign-in page`, async ({
    page,
    context,
    baseURL,
  }) => {
    const data = { name: "admin", password: adminPassword };
    expect((await context.request.post(`${baseURL}/api/v1/session`, { data })).ok()).toBe(true);
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1, name: "Administration" })).toBeVisible();
    await context.clearCookies();
    await page.getByRole("navigation").getByRole("link", { name: link, exact: true }).click();
    await expect(page).toHaveURL(/\/sign-in$/);
  });
}

test("a wrong password is told, and after five failures the name is closed for a while", async ({ page }) => {
  await page.goto("/sign-in");
  for (let failure = 0; failure < 5; failure += 1) {
    await signIn(page, "somebody", `wrong ${failure}`);
    await expect(page.getByRole("main").getByRole("alert")).toContainText("User name or password is wrong.");
    await page.reload();
  }
  await signIn(page, "somebody", "wrong again");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Too many failed sign-ins");
});

test("the sign-in page speaks Korean to a Korean browser", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), locale: "ko-KR" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await expect(page.getByRole("heading", { name: "로그인" })).toBeVisible();
  await page.getByLabel("사용자 이름").fill("admin");
  await page.getByLabel("암호").fill("틀린 암호");
  await page.getByRole("button", { name: "로그인" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "사용자 이름 또는 암호가 잘못되었습니다.",
  );
  await context.close();
});

test("no page may be shown inside another one, and types are not guessed", async ({ request, baseURL }) => {
  const answer = await request.get(`${baseURL}/sign-in`);
  expect(answer.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(answer.headers()["x-content-type-options"]).toBe("nosniff");
});
