import type { Page } from "@playwright/test";

/** Counts the clicks of the person at the page from its next load on; typing and keys are none. */
export async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const count = () => {
      sessionStorage.setItem("clicks", `${Number(sessionStorage.getItem("clicks")) + 1}`);
    };
    addEventListener("pointerdown", count, { capture: true });
  });
  return () => page.evaluate(() => Number(sessionStorage.getItem("clicks")));
}
