import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { prefer } from "./actions/preferences";
import { screenAddress, screens } from "./actions/screens";
import { test } from "./fixtures/test";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

// No rule is switched off and no element is left out.
for (const theme of ["light", "dark"] as const) {
  for (const { name, path } of screens) {
    test(`${name}, ${theme}: WCAG 2.2 AA finds nothing`, async ({
      page,
      context,
      baseURL,
      api,
      uniqueName,
    }) => {
      await prefer(context, baseURL, { theme, language: theme === "light" ? "en" : "ko" });
      await page.goto(await screenAddress(api, path, uniqueName("Accessible")));
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
      const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
      expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([]);
    });
  }
}

test.describe("signed out", () => {
  test.use({ storageState: { cookies: [], origins: [] } });
  for (const theme of ["light", "dark"] as const) {
    test(`sign-in page, ${theme}: WCAG 2.2 AA finds nothing`, async ({ page, context, baseURL }) => {
      await prefer(context, baseURL, { theme });
      await page.goto("/sign-in");
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
      expect(violations).toEqual([]);
    });
  }
});
