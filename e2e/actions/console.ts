import { expect, type Locator, type Page } from "@playwright/test";

/** Words that many pages share and that scenarios use in both languages. */
const words = {
  en: { relatedLinks: "Related Links", go: "Go" },
  ko: { relatedLinks: "관련 링크", go: "이동" },
} as const;

/** Presses a button of the toolbar. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("main").getByRole("button", { name, exact: true }).click();
}

/** Chooses an entry of a drop-down. */
export async function choose(page: Page, dropDown: string, entry: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: dropDown }).click();
  await page.getByRole("option", { name: entry }).click();
}

/** *Related Links*: chooses an entry at the top right and presses *Go*. */
export async function followRelatedLink(
  page: Page,
  entry: string,
  language: keyof typeof words = "en",
): Promise<void> {
  const { relatedLinks, go } = words[language];
  await choose(page, relatedLinks, entry);
  await press(page, go);
}

/** One of two lists between which things are moved. */
export function listNamed(page: Page, name: string): Locator {
  return page.getByRole("grid", { name, exact: true });
}

/** What is in a list, by what is written there. */
export function itemIn(list: Locator, text: string): Locator {
  return list.getByRole("row").filter({ hasText: text });
}

/** Waits until the status line says that a save was successful. */
export async function expectStatus(page: Page, text: string | RegExp): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: text }).first()).toBeVisible();
}
