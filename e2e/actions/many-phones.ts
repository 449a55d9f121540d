import { expect } from "@playwright/test";
import { ask, sendFile, totalOf } from "../fixtures/rest";
import type { ConsoleServer } from "../fixtures/server";

const template = "Everybody";
/** Two models in groups that are done together, and a few of a third that are done one by one. */
const models = [
  { model: "Cisco 8841", count: 140 },
  { model: "Cisco 7841", count: 140 },
  { model: "Cisco 7821", count: 12 },
] as const;
export const phonesInAll = models.reduce((sum, { count }) => sum + count, 0);

export type Action = "applyConfig" | "reset";

/** The phones of a server, and what they were asked to do so far. */
export interface Cluster {
  readonly asked: Record<Action, number>;
}

/** How far a job with devices is. */
export interface DeviceJob {
  readonly state: string;
  readonly total: number;
  readonly done: number;
  readonly underway: number;
  readonly failed: number;
}

const readJob = (server: ConsoleServer, id: string) => ask<DeviceJob>(server, "GET", `/jobs/${id}`);

/** Imports some hundred phones that use one softkey template, and waits until all are registered. */
export async function prepare(server: ConsoleServer): Promise<Cluster> {
  await ask(server, "POST", "/softkey-templates", { name: template, copyOf: "Standard User" });
  const rows = models
    .flatMap(({ model, count }) => Array.from({ length: count }, () => model))
    .map((model, index) => `SEP${String(index).padStart(12, "0")},${model},${template},${2000 + index}`);
  const header = "name,model,softkeyTemplate,lines.1.directoryNumber";
  const file = await sendFile(server, "phones", [header, ...rows].join("\n"));
  await ask(server, "POST", "/bulk/phones/import", { file });
  const registered = "/phones?limit=1&where=registration:isExactly:registered";
  await expect.poll(() => totalOf(server, registered), { timeout: 60_000 }).toBe(phonesInAll);
  return { asked: { applyConfig: 0, reset: 0 } };
}

/**
 * Applies an edit of the template to its phones, or resets all phones.
 * @returns the id of the job
 */
export async function startAction(
  server: ConsoleServer,
  { asked }: Cluster,
  action: Action,
): Promise<string> {
  const before = asked[action]++;
  const path = `/softkey-templates/${template}`;
  if (action === "reset")
    return (await ask<{ jobId: string }>(server, "POST", "/phones/actions", { action, where: [] })).jobId;
  const { version } = await ask<{ version: number }>(server, "GET", path);
  const onHook = before % 2 === 0 ? ["NewCall"] : ["Redial", "NewCall"];
  await ask(server, "PATCH", path, { version, callStates: { "On Hook": onHook } });
  return (await ask<{ jobId: string }>(server, "POST", `${path}/apply-config`, {})).jobId;
}

/** Waits until a job is so far; answers how far it is then. */
export async function until(
  server: ConsoleServer,
  jobId: string,
  isReached: (job: DeviceJob) => boolean,
): Promise<DeviceJob> {
  let last = await readJob(server, jobId);
  await expect
    .poll(
      async () => {
        last = await readJob(server, jobId);
        return isReached(last);
      },
      { intervals: [20], timeout: 30_000 },
    )
    .toBe(true);
  return last;
}

/** Waits until a job has ended: every phone has done it, is registered, and runs what is saved. */
export async function expectDone(server: ConsoleServer, { asked }: Cluster, jobId: string): Promise<void> {
  await expect.poll(async () => (await readJob(server, jobId)).state, { timeout: 60_000 }).toBe("done");
  const ended = { total: phonesInAll, done: phonesInAll, failed: 0, underway: 0 };
  expect(await readJob(server, jobId)).toMatchObject(ended);
  expect(await totalOf(server, "/phones/pending-apply?limit=1")).toBe(0);
  for (const [name, times] of expectedAlarms(asked))
    expect(await totalOf(server, `/alarms?limit=1&where=name:isExactly:${name}`), name).toBe(
      times * phonesInAll,
    );
}

/** How often each phone must have raised which alarm. */
function expectedAlarms({ applyConfig, reset }: Cluster["asked"]): [string, number][] {
  return [
    ["DeviceApplyConfigInitiated", applyConfig],
    ["DeviceApplyConfigResult", applyConfig],
    ["DeviceResetInitiated", reset],
    ["EndPointUnregistered", applyConfig + reset],
    ["EndPointRegistered", 1 + applyConfig + reset],
  ];
}

/** Makes sure that no phone's action was lost or done twice, by the alarms of each phone. */
export async function expectOncePerPhone(server: ConsoleServer, { asked }: Cluster): Promise<void> {
  for (const [name, times] of expectedAlarms(asked)) {
    const counts = new Map<string, number>();
    let cursor: string | null = null;
    do {
      const after: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
      const page: { items: { phone: string }[]; nextCursor: string | null } = await ask(
        server,
        "GET",
        `/alarms?limit=250&where=name:isExactly:${name}${after}`,
      );
      for (const { phone } of page.items) counts.set(phone, (counts.get(phone) ?? 0) + 1);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(counts.size, name).toBe(phonesInAll);
    expect([...new Set(counts.values())], name).toEqual([times]);
  }
}
