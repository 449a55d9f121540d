import { expect, type Page } from "@playwright/test";
import { adminPassword } from "./fixtures/server";
import { test } from "./fixtures/test";

// Its sessions are its own: one of them is ended.
test.use({ storageState: { cookies: [], origins: [] } });

const credentials = { data: { name: "admin", password: adminPassword } };
const badge = (page: Page, state: string) => page.getByRole("status").filter({ hasText: state });

/** The addresses that a page asks the API for from now on. */
function askedBy(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/api/v1/")) asked.push(pathname);
  });
  return asked;
}

test("a page whose session has ended says so and asks for nothing more by itself, until somebody signs in again", async ({
  page,
  context,
  baseURL,
}) => {
  const session = `${baseURL}/api/v1/session`;
  expect((await context.request.post(session, credentials)).ok()).toBe(true);
  await page.clock.install();
  await page.goto("/call-back/requests");
  await expect(badge(page, "Live")).toBeVisible();
  expect((await context.request.delete(session)).status()).toBe(204);
  await expect(badge(page, "Signed out")).toBeVisible();
  // Each question that is asked again and again learns it once.
  await page.clock.runFor("01:00");
  await page.waitForLoadState("networkidle");
  const asked = askedBy(page);
  await page.clock.runFor("20:00");
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual([]);
  expect((await context.request.post(session, credentials)).ok()).toBe(true);
  // The person comes back to the window.
  await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
  await expect(badge(page, "Live")).toBeVisible();
});

test("a desk on which there is none of its phones is live all the same", async ({
  page,
  context,
  baseURL,
}) => {
  expect((await context.request.post(`${baseURL}/api/v1/session`, credentials)).ok()).toBe(true);
  const name = "SEP0A0B0C0D0E0F";
  await page.goto(`/call-back/phones?phone=${name}`);
  await expect(page.getByText(`There is no phone ${name}.`)).toBeVisible();
  await expect(badge(page, "Live")).toBeVisible();
});
