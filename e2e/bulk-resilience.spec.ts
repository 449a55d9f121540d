import { expect, test } from "@playwright/test";
import { type ConsoleServer, newDataDir, removeDataDir, startServer, stopServer } from "./fixtures/server";
import { callApi, sendFile } from "./fixtures/writers";

const phones = 6_000;
const header = "name,model,lines.1.directoryNumber";
const mac = (number: number) => `SEP${number.toString(16).toUpperCase().padStart(12, "0")}`;

let dataDir: string;
let server: ConsoleServer;
test.beforeEach(async () => {
  dataDir = newDataDir(process.env.RINGBACK_TEST_DATA);
  server = await startServer(dataDir);
});
test.afterEach(async () => {
  await stopServer(server, "SIGKILL");
  removeDataDir(dataDir);
});

/** How far a job is. */
async function job(id: string) {
  const answer = await callApi(server, "GET", `/jobs/${id}`);
  return answer?.body as { state: string; total: number; done: number; failed: number };
}

test("killed in the middle of an import, the next start goes on with it: every row is done once", async () => {
  test.setTimeout(300_000);
  const rows = Array.from({ length: phones }, (_, index) => `${mac(index)},Cisco 8841,8${index % 500}`);
  const file = await sendFile(server, "phones", [header, ...rows].join("\n"));
  const started = await callApi(server, "POST", "/bulk/phones/import", { file });
  const jobId = String(started?.body.jobId);
  for (const share of [0.1, 0.4, 0.7]) {
    await expect
      .poll(async () => (await job(jobId)).done, { timeout: 60_000 })
      .toBeGreaterThan(phones * share);
    const gone = new Promise((resolve) => server.process.once("exit", resolve));
    server.process.kill("SIGKILL");
    await gone;
    server = await startServer(dataDir);
  }
  await expect.poll(async () => (await job(jobId)).state, { timeout: 120_000 }).toBe("done");
  expect(await job(jobId)).toMatchObject({
    total: phones,
    done: phones,
    failed: 0,
    outcomes: { created: phones },
  });

  const list = await callApi(server, "GET", "/phones?limit=1");
  expect(list?.body.total).toBe(phones);
  const changed = await callApi(server, "GET", "/phones?limit=1&where=version:isExactly:1");
  expect(changed?.body.total).toBe(phones);
  const items = await callApi(server, "GET", `/jobs/${jobId}/items?state=done&limit=1`);
  expect(items?.body.total).toBe(phones);
  const numbers = await callApi(server, "GET", "/directory-numbers?limit=1&where=pattern:beginsWith:8");
  expect(numbers?.body.total).toBe(500);
});
