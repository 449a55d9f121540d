import { gzipSync } from "node:zlib";
import { expect } from "@playwright/test";
import { screenAddress, screens } from "./actions/screens";
import { test } from "./fixtures/test";

const budgetKilobytes = 350;

for (const { name, path } of screens) {
  test(`${name} ships at most 350 kB of compressed JavaScript`, async ({ page, api, uniqueName }) => {
    const scripts = new Map<string, Promise<number>>();
    page.on("response", (response) => {
      if (response.request().resourceType() !== "script") return;
      scripts.set(
        response.url(),
        response.body().then((body) => gzipSync(body).byteLength),
      );
    });
    await page.goto(await screenAddress(api, path, uniqueName("Budget")), { waitUntil: "networkidle" });
    const bytes = (await Promise.all(scripts.values())).reduce((sum, size) => sum + size, 0);
    const kilobytes = Math.round(bytes / 1000);
    console.log(`JavaScript of ${name}, compressed: ${kilobytes} kB`);
    expect(kilobytes).toBeLessThanOrEqual(budgetKilobytes);
    expect(kilobytes).toBeGreaterThan(50);
  });
}
