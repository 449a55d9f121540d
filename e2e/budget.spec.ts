import { gzipSync } from "node:zlib";
import { expect } from "@playwright/test";
import { screenAddress, screens } from "./actions/screens";
import { test } from "./fixtures/test";

const budgetKilobytes = 350;

test("no screen ships more than 350 kB of compressed JavaScript", async ({ page, api, uniqueName }) => {
  const sizes: Record<string, number> = {};
  for (const { name, path } of screens) {
    const scripts = new Map<string, Promise<number>>();
    const count = (response: import("@playwright/test").Response) => {
      if (response.request().resourceType() !== "script") return;
      scripts.set(
        response.url(),
        response.body().then((body) => gzipSync(body).byteLength),
      );
    };
    page.on("response", count);
    // A page of its own each time, so that nothing comes from the cache of the one before.
    await page.goto(await screenAddress(api, path, uniqueName("Budget")), { waitUntil: "networkidle" });
    page.off("response", count);
    const bytes = (await Promise.all(scripts.values())).reduce((sum, size) => sum + size, 0);
    sizes[name] = Math.round(bytes / 1000);
  }
  console.log(`JavaScript, compressed, in kB: ${JSON.stringify(sizes)}`);
  for (const [name, kilobytes] of Object.entries(sizes)) {
    expect(kilobytes, name).toBeLessThanOrEqual(budgetKilobytes);
  }
  expect(Math.max(...Object.values(sizes))).toBeGreaterThan(50);
});
