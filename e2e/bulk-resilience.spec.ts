import { expect } from "@playwright/test";
import type { JobDto } from "@/lib/contract/job";
import { exitOf, test } from "./fixtures/own-servers";
import { ask, sendFile, totalOf } from "./fixtures/rest";

const phones = 6_000;
const header = "name,model,lines.1.directoryNumber";
const mac = (number: number) => `SEP${number.toString(16).toUpperCase().padStart(12, "0")}`;

test("killed in the middle of an import, the next start goes on with it: every row is done once", async ({
  start,
}) => {
  test.setTimeout(300_000);
  let server = await start();
  const rows = Array.from({ length: phones }, (_, index) => `${mac(index)},Cisco 8841,8${index % 500}`);
  const file = await sendFile(server, "phones", [header, ...rows].join("\n"));
  const { jobId } = await ask<{ jobId: string }>(server, "POST", "/bulk/phones/import", { file });
  const job = () => ask<JobDto>(server, "GET", `/jobs/${jobId}`);
  for (const share of [0.1, 0.4, 0.7]) {
    await expect.poll(async () => (await job()).done, { timeout: 60_000 }).toBeGreaterThan(phones * share);
    server.process.kill("SIGKILL");
    await exitOf(server);
    server = await start();
  }
  await expect.poll(async () => (await job()).state, { timeout: 120_000 }).toBe("done");
  expect(await job()).toMatchObject({
    total: phones,
    done: phones,
    failed: 0,
    outcomes: { created: phones },
  });

  expect(await totalOf(server, "/phones?limit=1")).toBe(phones);
  expect(await totalOf(server, "/phones?limit=1&where=version:isExactly:1")).toBe(phones);
  expect(await totalOf(server, `/jobs/${jobId}/items?state=done&limit=1`)).toBe(phones);
  expect(await totalOf(server, "/directory-numbers?limit=1&where=pattern:beginsWith:8")).toBe(500);
});
