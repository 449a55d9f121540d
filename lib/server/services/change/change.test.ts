import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { runDueJobs } from "@/lib/server/runtime/jobs/run-due-jobs";
import { startDelete } from "@/lib/server/services/bulk/start-delete";
import { startUpdate } from "@/lib/server/services/bulk/start-update";
import { getChange } from "@/lib/server/services/change/get";
import { listChanges } from "@/lib/server/services/change/list";
import { createObject } from "@/lib/server/services/configuration/create";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { reassignUses } from "@/lib/server/services/configuration/reassign";
import { removeObject } from "@/lib/server/services/configuration/remove";
import { updateObject } from "@/lib/server/services/configuration/update";
import { jobWorld } from "@/lib/server/testing/bulk";
import { inRole, refusalFrom, testContext } from "@/lib/server/testing/test-context";

const { phone, devicePool, softkeyTemplate, partition } = definitions;
const named = (name: string) => ({ name, partition: null });
const model = { model: "Cisco 8841", phoneButtonTemplate: "Standard 8841 SIP" };
const phoneName = (index: number) => `SEP0000000000${String(index).padStart(2, "0")}`;

let context: ServiceContext;
beforeAll(async () => {
  context = await testContext();
});
afterAll(() => context.database.close());

const list = (where: string[] = [], more: object = {}) =>
  listChanges(context, { where, match: "all", sort: "-at", limit: 50, ...more });

async function latest() {
  const [change] = (await list()).items;
  if (!change) throw new Error("Nothing was changed");
  return getChange(context, change.id, { limit: 50 });
}

async function runJob(start: Promise<{ jobId: string }>): Promise<string> {
  const { jobId } = await start;
  await runDueJobs(jobWorld(context), context.now());
  return jobId;
}

describe("[CL-01] a change is what one request has done, with who, when and why", () => {
  test("what the program itself made is none", async () => {
    expect(await list()).toMatchObject({ items: [], total: 0 });
  });

  test("adding a phone is one change, and the directory number that its line makes is an object of it", async () => {
    const lines = [{ index: 1, directoryNumber: "4001" }];
    await createObject(context, phone, { name: phoneName(1), ...model, lines, reason: "new desk" });
    expect(await latest()).toMatchObject({
      ...{ kind: "save", by: "admin", reason: "new desk", total: 2, undoes: null, undoneBy: null },
      object: { kind: "phone", name: phoneName(1), action: "created" },
      objects: {
        ...{ total: 2, nextCursor: null },
        items: [
          { kind: "directoryNumber", name: "4001", partition: null, action: "created", before: null },
          {
            kind: "phone",
            name: phoneName(1),
            action: "created",
            before: null,
            after: { model: "Cisco 8841" },
          },
        ],
      },
    });
  });

  test("a save tells what was before, what is after and the difference; one that changes nothing is none", async () => {
    const { total } = await list();
    await updateObject(context, phone, named(phoneName(1)), { version: 1, description: "Lobby" });
    await updateObject(context, phone, named(phoneName(1)), { version: 2, description: "Lobby" });
    expect((await list()).total).toBe(total + 1);
    const { objects } = await latest();
    expect(objects.items).toMatchObject([
      {
        ...{ action: "changed", before: { description: "" }, after: { description: "Lobby" } },
        differences: [{ kind: "valueChanged", field: "description", from: "", to: "Lobby" }],
      },
    ]);
  });

  test("a rename and a deletion are told as such", async () => {
    await createObject(context, partition, { name: "Here" });
    await updateObject(context, partition, named("Here"), { version: 1, name: "There" });
    expect(await latest()).toMatchObject({ object: { name: "There", action: "renamed" } });
    await removeObject(context, partition, named("There"), "closed");
    const { objects, reason } = await latest();
    expect(reason).toBe("closed");
    expect(objects.items).toMatchObject([
      { action: "deleted", before: { name: "There" }, after: null, differences: [] },
    ]);
  });

  test("the template that loses the default mark belongs to the change that moves it", async () => {
    await createObject(context, softkeyTemplate, { name: "Mine", isDefault: true });
    expect((await latest()).objects.items).toMatchObject([
      { name: "Standard User", action: "changed", after: { isDefault: false } },
      { name: "Mine", action: "created" },
    ]);
  });

  test("Reassign to… is one change of all that used the object", async () => {
    await createObject(context, devicePool, { name: "Old" });
    for (const index of [2, 3]) {
      const lines = [{ index: 1, directoryNumber: `400${index}` }];
      await createObject(context, phone, { name: phoneName(index), ...model, devicePool: "Old", lines });
    }
    await reassignUses(context, "devicePool", named("Old"), { to: "Default", reason: "one pool" });
    expect(await latest()).toMatchObject({ kind: "reassign", reason: "one pool", total: 2 });
  });

  test("a job is one change under its own id, however many batches it takes and whoever does them", async () => {
    for (let index = 10; index < 40; index++)
      await createObject(context, partition, { name: `Part ${index}`, description: "many" });
    const names = Array.from({ length: 30 }, (_, index) => ({ name: `Part ${index + 10}` }));
    const fields = { description: "changed by a job" };
    const changed = await runJob(
      startUpdate(context, partition, { names, fields, dryRun: false, reason: "all" }),
    );
    expect(await getChange(context, changed, { limit: 10 })).toMatchObject({
      ...{ id: changed, kind: "bulk", reason: "all", total: 30 },
      objects: { total: 30, nextCursor: "10" },
    });
    const { objects } = await getChange(context, changed, { limit: 10, cursor: 20 });
    expect(objects.items.map(({ name }) => name)).toEqual(names.slice(20).map(({ name }) => name));
    expect(objects.nextCursor).toBeNull();
    const gone = await runJob(startDelete(context, partition, { names }));
    expect(await getChange(context, gone, { limit: 1 })).toMatchObject({ kind: "bulk", total: 30 });
  });

  test("a check of a job is no change", async () => {
    const fields = { description: "never" };
    const names = [{ name: phoneName(1) }];
    const checked = await runJob(startUpdate(context, phone, { names, fields, dryRun: true }));
    expect((await refusalFrom(getChange(context, checked, { limit: 1 }))).code).toBe("notFound");
  });
});

describe("[CL-01] changes are found", () => {
  test("by who, how, why, kind and name of their objects, and when", async () => {
    const totalOf = async (...where: string[]) => (await list(where)).total;
    const all = await totalOf();
    expect(await totalOf("by:isExactly:admin")).toBe(all);
    expect(await totalOf("kind:isExactly:reassign")).toBe(1);
    expect(await totalOf("reason:contains:DESK")).toBe(1);
    expect(await totalOf("objectKind:isExactly:devicePool")).toBe(1);
    expect(await totalOf("objectKind:isExactly:partition", "kind:isExactly:bulk")).toBe(2);
    expect(await totalOf(`objectName:isExactly:${phoneName(1).toLowerCase()}`)).toBe(2);
    expect(await totalOf("objectName:isExactly:There")).toBe(2);
    const [newest] = (await list()).items;
    expect(await totalOf(`at:isAfter:${newest?.at}`)).toBe(0);
    expect(await totalOf("at:isAfter:2020-01-01", "at:isBefore:2999-01-01")).toBe(all);
    expect(await totalOf("at:isBefore:2020-01-01")).toBe(0);
    for (const where of ["by:isAfter:2020-01-01", "at:contains:2020", "at:isAfter:soon"])
      expect((await refusalFrom(list([where]))).code).toBe("validationFailed");
  });

  test("of one object: its kind, name and partition are those of one and the same", async () => {
    const found = async (object: string) =>
      (await list([`object:isExactly:${object}`])).items.map(({ object: { name } }) => name).toReversed();
    // A phone and a partition of one change have the name of a number and the kind of another object.
    const [here, there, name] = ["Upstairs", "Downstairs", "SEP00000000AAAA"];
    for (const partition of [here, there, "7001"])
      await createObject(context, definitions.partition, { name: partition });
    const lines = [{ index: 1, directoryNumber: "7001", partition: here }];
    await createObject(context, phone, { name, ...model, lines });
    for (const partition of [there, null])
      await createObject(context, definitions.directoryNumber, { pattern: "7001", partition });
    const inHere = { name: "7001", partition: here };
    await updateObject(context, definitions.directoryNumber, inHere, { version: 1, pattern: "7002" });

    expect(await found("partition:7001")).toEqual(["7001"]);
    expect(await found(`phone:${name}`)).toEqual([name]);
    expect(await found("directoryNumber:7001:Upstairs")).toEqual([name, "7002"]);
    expect(await found("directoryNumber:7001:DOWNSTAIRS")).toEqual(["7001"]);
    expect(await found("directoryNumber:7001:")).toEqual(["7001"]);
    expect(await found("directoryNumber:7002:Upstairs")).toEqual(["7002"]);
    expect(await found("directoryNumber:7001")).toEqual([name, "7001", "7001", "7002"]);
    expect(await found("directoryNumber:7001:Up%")).toEqual([]);
    expect(await found("phone:7001")).toEqual([]);
    for (const where of ["object:contains:phone:SEP", "object:isExactly:nothing:x", "object:isEmpty:"])
      expect((await refusalFrom(list([where]))).code).toBe("validationFailed");
  });

  test("page by page, newest first", async () => {
    const all = (await list()).items.map(({ id }) => id);
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list([], {
        limit: 7,
        ...(cursor ? { cursor } : {}),
      });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor && ids.length < all.length);
    expect(ids).toEqual(expect.arrayContaining(all));
    expect(ids.slice(0, all.length)).toEqual(all);
  });

  test("by whoever may read the configuration; one that there is not is not found", async () => {
    const reader = inRole(context, "readOnly");
    expect(
      (await listChanges(reader, { where: [], match: "all", sort: "-at", limit: 1 })).items,
    ).toHaveLength(1);
    for (const id of ["none", "\0"])
      expect((await refusalFrom(getChange(reader, id, { limit: 1 }))).code).toBe("notFound");
  });
});
