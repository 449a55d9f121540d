import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import type { ServiceContext } from "@/lib/server/context";
import { runDueJobs } from "@/lib/server/runtime/jobs/run-due-jobs";
import { startDelete } from "@/lib/server/services/bulk/start-delete";
import { startUpdate } from "@/lib/server/services/bulk/start-update";
import { getChange } from "@/lib/server/services/change/get";
import { listChanges } from "@/lib/server/services/change/list";
import { undoChange } from "@/lib/server/services/change/undo";
import { createObject } from "@/lib/server/services/configuration/create";
import type { Input } from "@/lib/server/services/configuration/definition";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { getObject } from "@/lib/server/services/configuration/get";
import { listObjectRevisions } from "@/lib/server/services/configuration/list-revisions";
import { removeObject } from "@/lib/server/services/configuration/remove";
import { updateObject } from "@/lib/server/services/configuration/update";
import { getJob } from "@/lib/server/services/job/get";
import { listJobItems } from "@/lib/server/services/job/list-items";
import { retryJob } from "@/lib/server/services/job/retry";
import { bulkOf, jobWorld } from "@/lib/server/testing/bulk";
import { inRole, refusalFrom, testContext } from "@/lib/server/testing/test-context";

const named = (name: string, partition: string | null = null) => ({ name, partition });
const phoneName = (index: number) => `SEP0000000000${String(index).padStart(2, "0")}`;

let context: ServiceContext;
beforeAll(async () => {
  context = await testContext();
});
afterAll(() => context.database.close());

const create = (kind: ConfigurationKind, input: Input) => createObject(context, definitions[kind], input);
const read = (kind: ConfigurationKind, name: string, partition: string | null = null) =>
  getObject(context, definitions[kind], named(name, partition));
const remove = (kind: ConfigurationKind, name: string) =>
  removeObject(context, definitions[kind], named(name));
async function update(kind: ConfigurationKind, name: string, change: Input) {
  const { version } = await read(kind, name);
  return updateObject(context, definitions[kind], named(name), { ...change, version });
}
const createPhone = (index: number, more: Input = {}) =>
  create("phone", {
    ...{ name: phoneName(index), model: "Cisco 8841", phoneButtonTemplate: "Standard 8841 SIP" },
    lines: [{ index: 1, directoryNumber: `40${String(index).padStart(2, "0")}` }],
    ...more,
  });

/** The newest change, which `work` has made. */
async function changeOf(work: Promise<unknown>): Promise<string> {
  await work;
  const { items } = await listChanges(context, { where: [], match: "all", sort: "-at", limit: 1 });
  return items[0]?.id ?? "";
}

/** The job and its items. */
async function ended(jobId: string) {
  await runDueJobs(jobWorld(context), context.now());
  const { items } = await listJobItems(context, jobId, { limit: 250 });
  return { ...(await getJob(context, jobId)), items };
}

const dryRun = async (id: string) => ended((await undoChange(context, id, { isDryRun: true })).jobId);
const undo = async (id: string) =>
  ended((await undoChange(context, id, { isDryRun: false, reason: "back" })).jobId);

describe("[CL-02] a change is taken back:", () => {
  test("what was changed since stays and is listed with both versions, the rest is restored as a new revision", async () => {
    await createPhone(1, { description: "Lobby", owner: "" });
    const id = await changeOf(
      update("phone", phoneName(1), { description: "Hall", extensionMobility: true }),
    );
    await update("phone", phoneName(1), { description: "Roof" });
    const foreseen = await dryRun(id);
    expect(await read("phone", phoneName(1))).toMatchObject({ version: 3, extensionMobility: true });
    const { state, items, isDryRun } = await undo(id);
    expect({ state, isDryRun }).toEqual({ state: "partial", isDryRun: false });
    expect(items).toMatchObject([
      {
        ...{ name: phoneName(1), kind: "phone", state: "failed", outcome: null },
        problems: [{ path: ["description"], code: "changedSince", params: { before: "Lobby", now: "Roof" } }],
      },
    ]);
    expect(foreseen).toMatchObject({ state: "partial", isDryRun: true, items });
    expect(await read("phone", phoneName(1))).toMatchObject({
      ...{ version: 4, extensionMobility: false, description: "Roof" },
    });
    const { items: revisions } = await listObjectRevisions(context, definitions.phone, named(phoneName(1)));
    expect(revisions[0]).toMatchObject({ number: 4, reason: "back", by: "admin" });
  });

  test("a new phone goes with the number that its line made, and the undo of that brings both back as they were", async () => {
    const id = await changeOf(createPhone(2, { description: "new" }));
    const phone = await read("phone", phoneName(2));
    const foreseen = await dryRun(id);
    const first = await undo(id);
    expect(first).toMatchObject({ state: "done", outcomes: { deleted: 2 } });
    expect(foreseen.items).toEqual(first.items);
    expect((await refusalFrom(read("phone", phoneName(2)))).code).toBe("notFound");
    expect((await refusalFrom(read("directoryNumber", "4002"))).code).toBe("notFound");
    expect(await getChange(context, id, { limit: 1 })).toMatchObject({ undoneBy: first.id });
    expect(await getChange(context, first.id, { limit: 1 })).toMatchObject({
      ...{ kind: "undo", undoes: id, undoneBy: null, reason: "back", total: 2 },
    });
    const foreseenAgain = await dryRun(first.id);
    const again = await undo(first.id);
    expect(again).toMatchObject({ state: "done", outcomes: { created: 2 } });
    expect(foreseenAgain.items).toEqual(again.items);
    const { version, updatedAt: _, ...content } = await read("phone", phoneName(2));
    const { version: was, updatedAt: __, ...before } = phone;
    expect(content).toEqual(before);
    expect(version).toBe(Number(was) + 2);
    // Its history goes on.
    const { items } = await listObjectRevisions(context, definitions.phone, named(phoneName(2)));
    expect(items.map(({ number, action, restored }) => [number, action, restored])).toEqual([
      [3, "restored", 1],
      [2, "deleted", null],
      [1, "created", null],
    ]);
  });

  test("a made object that is used, or was changed, since stays", async () => {
    const pool = await changeOf(create("devicePool", { name: "Used" }));
    await createPhone(3, { devicePool: "Used" });
    const used = await undo(pool);
    expect(used).toMatchObject({ state: "partial", done: 0, failed: 1 });
    expect(used.items).toMatchObject([
      { name: "Used", problems: [{ path: [], code: "inUse", params: { before: null, now: 1 } }] },
    ]);
    const part = await changeOf(create("partition", { name: "Made" }));
    await update("partition", "Made", { description: "since" });
    expect((await undo(part)).items).toMatchObject([
      { problems: [{ path: ["description"], code: "changedSince", params: { before: null, now: "since" } }] },
    ]);
    expect(await read("partition", "Made")).toMatchObject({ description: "since" });
    // An undo that has changed nothing is none, and can be tried again.
    expect(await getChange(context, pool, { limit: 1 })).toMatchObject({ undoneBy: null });
    await update("phone", phoneName(3), { devicePool: "Default" });
    expect(await undo(pool)).toMatchObject({ state: "done", outcomes: { deleted: 1 } });
  });

  test("a deleted object comes back unless its name is taken; what was deleted since is told", async () => {
    await create("partition", { name: "Gone", description: "one" });
    const gone = await changeOf(remove("partition", "Gone"));
    await create("partition", { name: "gone", description: "another" });
    const foreseen = await dryRun(gone);
    const taken = await undo(gone);
    expect(taken.items).toMatchObject([
      {
        name: "Gone",
        problems: [{ path: ["name"], code: "nameTaken", params: { before: "Gone", now: null } }],
      },
    ]);
    expect(foreseen.items).toEqual(taken.items);
    await remove("partition", "gone");
    expect(await undo(gone)).toMatchObject({ state: "done", outcomes: { created: 1 } });
    expect(await read("partition", "Gone")).toMatchObject({ description: "one" });
    const changed = await changeOf(update("partition", "Gone", { description: "two" }));
    await remove("partition", "Gone");
    expect((await undo(changed)).items).toMatchObject([
      { problems: [{ path: ["description"], code: "deletedSince", params: { before: "one", now: null } }] },
    ]);
  });

  test("a name comes back unless another one has it, and the rest comes back all the same", async () => {
    await create("devicePool", { name: "Old name", description: "old" });
    const id = await changeOf(update("devicePool", "Old name", { name: "New name", description: "new" }));
    await create("devicePool", { name: "Old name" });
    const foreseen = await dryRun(id);
    const { items } = await undo(id);
    expect(items).toMatchObject([
      { problems: [{ path: ["name"], code: "nameTaken", params: { before: "Old name", now: "New name" } }] },
    ]);
    expect(foreseen.items).toEqual(items);
    expect(await read("devicePool", "New name")).toMatchObject({ description: "old" });
  });

  test("what others were renamed to since is no difference, and what comes back names them as they are called now", async () => {
    await create("devicePool", { name: "Seoul" });
    await create("devicePool", { name: "Busan" });
    await create("partition", { name: "Phones" });
    const line = { index: 1, directoryNumber: "7001", partition: "Phones" };
    await createPhone(4, { devicePool: "Seoul", lines: [line] });
    const id = await changeOf(
      update("phone", phoneName(4), { devicePool: "Busan", lines: [{ ...line, label: "x" }] }),
    );
    await update("devicePool", "Seoul", { name: "Seoul 2" });
    await update("devicePool", "Busan", { name: "Seoul" });
    await update("partition", "Phones", { name: "All phones" });
    expect(await undo(id)).toMatchObject({ state: "done", outcomes: { updated: 1 } });
    expect(await read("phone", phoneName(4))).toMatchObject({
      ...{ devicePool: "Seoul 2", lines: [{ directoryNumber: "7001", partition: "All phones", label: "" }] },
    });
  });

  test("what a value would name was deleted since: it stays, the others come back", async () => {
    await create("devicePool", { name: "Deleted" });
    await createPhone(5, { devicePool: "Deleted", description: "old" });
    const id = await changeOf(update("phone", phoneName(5), { devicePool: "Default", description: "new" }));
    await remove("devicePool", "Deleted");
    const foreseen = await dryRun(id);
    const { items } = await undo(id);
    expect(items).toMatchObject([
      {
        problems: [
          { path: ["devicePool"], code: "deletedSince", params: { before: "Deleted", now: "Default" } },
        ],
      },
    ]);
    expect(foreseen.items).toEqual(items);
    expect(await read("phone", phoneName(5))).toMatchObject({ devicePool: "Default", description: "old" });
  });

  test("a new default template goes, and the mark is where it was", async () => {
    const id = await changeOf(
      create("softkeyTemplate", { name: "New default", copyOf: "Standard User", isDefault: true }),
    );
    const foreseen = await dryRun(id);
    const first = await undo(id);
    expect(first).toMatchObject({ state: "done", outcomes: { deleted: 1, updated: 1 } });
    expect(foreseen.items).toEqual(first.items);
    expect(await read("softkeyTemplate", "Standard User")).toMatchObject({ isDefault: true });
    expect(await undo(first.id)).toMatchObject({ state: "done", failed: 0 });
    expect(await read("softkeyTemplate", "New default")).toMatchObject({ isDefault: true });
  });
});

describe("[CL-02] a job is taken back:", () => {
  const many = Array.from({ length: 600 }, (_, index) => `P${String(index).padStart(3, "0")}`);

  test("an import of hundreds in batches, with what its rows made; and what was touched since stays", async () => {
    const phones = bulkOf("phone", () => context);
    const rows = many.map(
      (_, index) =>
        `SEP00AA${String(index).padStart(8, "0")},Cisco 8841,8${String(index % 300).padStart(3, "0")}`,
    );
    const text = ["name,model,lines.1.directoryNumber", ...rows].join("\r\n");
    const { id, state } = await phones.import(text);
    expect(state).toBe("done");
    expect(await getChange(context, id, { limit: 1 })).toMatchObject({ kind: "import", total: 900 });
    await update("phone", "SEP00AA00000007", { description: "since" });
    const foreseen = await dryRun(id);
    expect(foreseen).toMatchObject({ state: "partial", done: 898, failed: 2 });
    const undone = await undo(id);
    expect(undone).toMatchObject({ state: "partial", done: 898, failed: 2, outcomes: { deleted: 898 } });
    const failed = await listJobItems(context, undone.id, { state: "failed", limit: 10 });
    expect(failed.items).toMatchObject([
      { name: "SEP00AA00000007", problems: [{ path: ["description"], code: "changedSince" }] },
      { name: "8007", kind: "directoryNumber", problems: [{ code: "inUse" }] },
    ]);
    const again = await listJobItems(context, foreseen.id, { state: "failed", limit: 10 });
    expect(again.items).toEqual(failed.items);
    expect(await undo(undone.id)).toMatchObject({ state: "done", outcomes: { created: 898 } });
    expect(await read("phone", "SEP00AA00000599")).toMatchObject({ lines: [{ directoryNumber: "8299" }] });
  }, 120_000);

  test("an update and a deletion of hundreds", async () => {
    const partitions = bulkOf("partition", () => context);
    const names = many.map((name) => ({ name }));
    const text = ["name,description", ...many.map((name) => `${name},${name}`)].join("\r\n");
    expect(await partitions.import(text)).toMatchObject({ state: "done", done: many.length });
    const fields = { description: "all alike" };
    const changed = await startUpdate(context, definitions.partition, { names, fields, dryRun: false });
    await ended(changed.jobId);
    const deleted = await startDelete(context, definitions.partition, { names });
    await ended(deleted.jobId);
    expect(await undo(deleted.jobId)).toMatchObject({ state: "done", outcomes: { created: many.length } });
    expect(await undo(changed.jobId)).toMatchObject({ state: "done", outcomes: { updated: many.length } });
    const stored = await context.database.prisma.partition.findMany({
      where: { name: { in: many } },
      orderBy: { name: "asc" },
    });
    expect(stored.map(({ name, description }) => [name, description])).toEqual(
      many.map((name) => [name, name]),
    );
  }, 120_000);

  test("what was left can be tried again", async () => {
    const id = await changeOf(create("devicePool", { name: "In use" }));
    await createPhone(6, { devicePool: "In use" });
    const first = await undo(id);
    expect(first).toMatchObject({ state: "partial", canRetry: true });
    await update("phone", phoneName(6), { devicePool: "Default" });
    const { jobId } = await retryJob(context, first.id);
    expect(await ended(jobId)).toMatchObject({
      kind: "undo",
      state: "done",
      total: 1,
      outcomes: { deleted: 1 },
    });
  });
});

describe("[CL-02] an undo is refused", () => {
  test("of what is not there, of what is undone already, and while its job goes on", async () => {
    const code = async (id: string) => (await refusalFrom(undoChange(context, id, { isDryRun: false }))).code;
    expect(await code("none")).toBe("notFound");
    const id = await changeOf(create("partition", { name: "Once" }));
    await undo(id);
    expect(await code(id)).toBe("alreadyUndone");
    const both = await changeOf(create("partition", { name: "Both" }));
    const outcomes = await Promise.allSettled(
      [1, 2].map(() => undoChange(context, both, { isDryRun: false })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await code(both)).toBe("alreadyUndone");
    await context.database.prisma.job.updateMany({ where: { id: both }, data: {} });
    await runDueJobs(jobWorld(context), context.now());
  });

  test("to whoever may not change its objects; whoever may read may ask what it would do", async () => {
    const id = await changeOf(create("trunk", { name: "Away", type: "sip" }));
    const reader = inRole(context, "readOnly");
    const phones = inRole(context, "phoneAdministrator");
    for (const who of [reader, phones])
      expect((await refusalFrom(undoChange(who, id, { isDryRun: false }))).code).toBe("forbidden");
    const { jobId } = await undoChange(reader, id, { isDryRun: true });
    expect(await ended(jobId)).toMatchObject({ state: "done", isDryRun: true, outcomes: { deleted: 1 } });
    expect(await read("trunk", "Away")).toMatchObject({ version: 1 });
  });
});
