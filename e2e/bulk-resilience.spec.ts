import { expect } from "@playwright/test";
import type { ChangeDto } from "@/lib/contract/change";
import type { JobDto } from "@/lib/contract/job";
import { exitOf, test } from "./fixtures/own-servers";
import { ask, sendFile, totalOf } from "./fixtures/rest";
import type { ConsoleServer } from "./fixtures/server";

const phones = 6_000;
const header = "name,model,lines.1.directoryNumber";
const mac = (number: number) => `SEP${number.toString(16).toUpperCase().padStart(12, "0")}`;

const readJob = (server: ConsoleServer, id: string) => ask<JobDto>(server, "GET", `/jobs/${id}`);

/**
 * Kills the console when a job has done more than a share of its items, for each share, starts it again, and waits
 * until it is done. The first time the job is in its middle for certain; later it goes on while the console still
 * starts, so it may be done before its progress can be read.
 */
async function killedAt(
  shares: readonly number[],
  start: () => Promise<ConsoleServer>,
  first: ConsoleServer,
  jobId: string,
): Promise<ConsoleServer> {
  let server = first;
  let kills = 0;
  for (const share of shares) {
    let job: JobDto | undefined;
    const isReached = async () => {
      job = await readJob(server, jobId);
      return job.done > job.total * share;
    };
    await expect.poll(isReached, { intervals: [20], timeout: 60_000 }).toBe(true);
    if (job?.state !== "running") break;
    kills += 1;
    server.process.kill("SIGKILL");
    await exitOf(server);
    server = await start();
  }
  // Else it was killed after the job only, and nothing was seen.
  expect(kills).toBeGreaterThan(0);
  await expect.poll(async () => (await readJob(server, jobId)).state, { timeout: 120_000 }).toBe("done");
  return server;
}

test("killed in the middle of an import, the next start goes on with it: every row is done once", async ({
  start,
}) => {
  test.setTimeout(300_000);
  const first = await start();
  const rows = Array.from({ length: phones }, (_, index) => `${mac(index)},Cisco 8841,8${index % 500}`);
  const file = await sendFile(first, "phones", [header, ...rows].join("\n"));
  const { jobId } = await ask<{ jobId: string }>(first, "POST", "/bulk/phones/import", { file });
  const server = await killedAt([0.1, 0.4, 0.7], start, first, jobId);
  expect(await readJob(server, jobId)).toMatchObject({
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

test("[CL-02] killed in the middle of an undo, and of the undo of that, the next start goes on with it: every object is taken back once", async ({
  start,
}) => {
  test.setTimeout(300_000);
  const many = 1_000;
  let server = await start();
  const rows = Array.from({ length: many }, (_, index) => `${mac(index)},Cisco 8841,8${index}`);
  const file = await sendFile(server, "phones", [header, ...rows].join("\n"));
  const { jobId } = await ask<{ jobId: string }>(server, "POST", "/bulk/phones/import", { file });
  await expect.poll(async () => (await readJob(server, jobId)).state, { timeout: 60_000 }).toBe("done");

  // Each phone with the number that its line has made.
  const objects = 2 * many;
  const undone = async (change: string, outcome: "deleted" | "created") => {
    const asked = { isDryRun: false };
    const { jobId: undo } = await ask<{ jobId: string }>(server, "POST", `/changes/${change}/undo`, asked);
    server = await killedAt([0.1, 0.6], start, server, undo);
    expect(await readJob(server, undo)).toMatchObject({
      ...{ total: objects, done: objects, failed: 0, outcomes: { [outcome]: objects } },
    });
    expect(await totalOf(server, `/jobs/${undo}/items?state=done&limit=1`)).toBe(objects);
    const { kind, undoes, total } = await ask<ChangeDto>(server, "GET", `/changes/${undo}?limit=1`);
    expect({ kind, undoes, total }).toEqual({ kind: "undo", undoes: change, total: objects });
    return undo;
  };
  const first = await undone(jobId, "deleted");
  expect(await totalOf(server, "/phones?limit=1")).toBe(0);
  expect(await totalOf(server, "/directory-numbers?limit=1")).toBe(0);

  await undone(first, "created");
  for (const list of ["phones", "directory-numbers"]) {
    expect(await totalOf(server, `/${list}?limit=1`)).toBe(many);
    // Made, deleted and brought back: each is a version of it.
    expect(await totalOf(server, `/${list}?limit=1&where=version:isExactly:3`)).toBe(many);
  }
  const { items } = await ask<{ items: unknown[] }>(server, "GET", `/phones/${mac(many - 1)}/revisions`);
  expect(items).toMatchObject([{ action: "restored" }, { action: "deleted" }, { action: "created" }]);
  expect(await totalOf(server, "/changes?limit=1")).toBe(3);
});
