import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { startUpdate } from "@/lib/server/services/bulk/start-update";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { previewBulkAction } from "@/lib/server/services/device-lifecycle/preview-action";
import { getJob } from "@/lib/server/services/job/get";
import { listJobItems } from "@/lib/server/services/job/list-items";
import { listJobRefusals } from "@/lib/server/services/job/list-refusals";
import { bulkOf } from "@/lib/server/testing/bulk";
import { objectsOf, phoneInput } from "@/lib/server/testing/configuration";
import { inRole, refusalFrom, testContext } from "@/lib/server/testing/test-context";

let context: ServiceContext;
beforeAll(async () => {
  context = await testContext();
});
afterAll(() => context.database.close());

const ask = () => context;
const bulk = bulkOf("phone", ask);
const phone = objectsOf("phone", ask);
const name = (number: number) => `SEP${number.toString(16).toUpperCase().padStart(12, "0")}`;

type UpdateInput = Parameters<typeof startUpdate>[2];

const started = async (input: UpdateInput) => (await startUpdate(context, definitions.phone, input)).jobId;
const update = async (input: UpdateInput) => bulk.finished(await started(input));
/** The dry run of a change, as it ended. */
const check = (input: Omit<UpdateInput, "dryRun">) => update({ ...input, dryRun: true });
/** What a dry run found is done. */
const carryOut = (id: string) => update({ check: id, dryRun: false });

async function makePhones(numbers: readonly number[], fields: object) {
  for (const number of numbers) {
    const lines = [{ index: 1, directoryNumber: `${number}` }];
    await phone.create(phoneInput(name(number), { lines, ...fields }));
  }
}

/** A phone that only silences its ringer: it refuses DND-Reject. */
async function makeOldPhone(number: number, description: string) {
  const lines = [{ index: 1, directoryNumber: `${number}` }];
  await phone.create({ name: name(number), model: "Cisco 7940", protocol: "SCCP", description, lines });
}

describe("the check of a change of many", () => {
  test("tells how many change, how many have it already, how many are refused and why, and each value before and after", async () => {
    await makePhones([200, 201], { description: "Check" });
    await makePhones([202], { description: "Check", dnd: { status: false, option: "Call Reject" } });
    await makeOldPhone(203, "Check");
    await makeOldPhone(204, "Check");
    const fields = { dnd: { option: "Call Reject" } };
    const job = await check({ where: ["description:isExactly:check"], fields });
    expect(job).toMatchObject({
      ...{ isDryRun: true, total: 5, failed: 2, outcomes: { updated: 2, unchanged: 1 } },
      ...{ fields, where: ["description:isExactly:check"], match: "all", check: null },
    });
    const changing = await listJobItems(context, job.id, { outcome: "updated", limit: 1 });
    expect(changing).toMatchObject({ total: 2, nextCursor: "1" });
    const change = { kind: "valueChanged", field: "dnd.option", from: "Ringer Off", to: "Call Reject" };
    expect(changing.items).toMatchObject([{ name: name(200), changes: [change] }]);
    const params = { option: "Call Reject", model: "Cisco 7940" };
    expect(await listJobRefusals(context, job.id)).toEqual({
      items: [{ problem: { path: ["dnd", "option"], code: "dndOptionNotSupported", params }, count: 2 }],
      total: 2,
    });
    expect(await phone.get(name(200))).toMatchObject({ version: 1, dnd: { option: "Ringer Off" } });
  });

  test("is carried out on what it found and on nothing else; what was changed since is left as it is and says so", async () => {
    await makePhones([210, 211, 212, 214], { description: "Floor" });
    const fields = { owner: "kim" };
    const checked = await check({ where: ["description:isExactly:floor"], fields });
    await makePhones([213], { description: "Floor" });
    await phone.update(name(211), { version: 1, description: "Moved out" });
    await phone.remove(name(212));
    // The same name again, in the same version, is another phone.
    await phone.remove(name(214));
    await makePhones([214], { description: "Another phone" });
    const job = await carryOut(checked.id);
    expect(job).toMatchObject({ state: "partial", total: 4, done: 1, failed: 3, check: checked.id });
    expect(job.items.map((item) => item.problems[0]?.code ?? item.outcome)).toEqual([
      "updated",
      "changedSinceCheck",
      "notThere",
      "changedSinceCheck",
    ]);
    expect(await phone.get(name(210))).toMatchObject({ owner: "kim" });
    expect(await phone.get(name(211))).toMatchObject({ owner: null, description: "Moved out" });
    expect(await phone.get(name(213))).toMatchObject({ owner: null });
    // Done again, it finds everything changed by itself.
    expect(await carryOut(checked.id)).toMatchObject({ state: "failed", failed: 4 });
  });

  test("of rows picked by hand it does those rows, and the next action can be for those that it changed", async () => {
    await makePhones([220, 221], { description: "Picked" });
    await makePhones([222], { description: "Picked", owner: "lee" });
    const names = [220, 222].map((number) => ({ name: name(number).toLowerCase() }));
    const checked = await check({ names, fields: { owner: "lee" } });
    expect(checked).toMatchObject({ outcomes: { updated: 1, unchanged: 1 }, where: null });
    const again = await check({ job: { id: checked.id }, fields: { owner: "park" } });
    expect(again).toMatchObject({ total: 2, outcomes: { updated: 2 } });
    const done = await carryOut(checked.id);
    expect(await phone.get(name(220))).toMatchObject({ owner: "lee" });
    expect(await phone.get(name(221))).toMatchObject({ owner: null });
    const job = { id: done.id, outcome: "updated" } as const;
    expect(await previewBulkAction(context, { action: "reset", job })).toMatchObject({ total: 1 });
    const all = await check({ where: ["description:isExactly:picked"], fields: { owner: "choi" } });
    const changed = { id: (await carryOut(all.id)).id, outcome: "updated" } as const;
    expect(await previewBulkAction(context, { action: "reset", job: changed })).toMatchObject({ total: 3 });
  });

  test("what is no check is refused, and a check says all by itself", async () => {
    const problemOf = async (input: UpdateInput) => {
      const { data } = await refusalFrom(started(input));
      const { problems } = data as { problems: { path: unknown[]; code: string }[] };
      return problems.map(({ path, code }) => `${path.join(".")} ${code}`);
    };
    const fields = { owner: "kim" };
    const checked = await check({ where: [], fields });
    const real = await update({ where: ["name:isExactly:none"], fields, dryRun: false });
    const pool = definitions.devicePool;
    const { jobId: other } = await startUpdate(context, pool, {
      where: [],
      fields: { description: "" },
      dryRun: true,
    });
    await bulk.finished(other);
    const running = await started({ where: [], fields, dryRun: true });
    for (const id of ["none", real.id, other, running]) {
      expect(await problemOf({ check: id, dryRun: false })).toEqual(["check unknownJob"]);
    }
    await bulk.finished(running);
    expect(await problemOf({ check: checked.id, dryRun: true })).toEqual(["check checkAlone"]);
    expect(await problemOf({ check: checked.id, fields, dryRun: false })).toEqual(["check checkAlone"]);
    expect(await problemOf({ check: checked.id, where: [], dryRun: false })).toEqual(["check checkAlone"]);
    expect(await problemOf({ job: { id: "none" }, fields, dryRun: false })).toEqual(["job.id unknownJob"]);
    expect(await problemOf({ job: { id: checked.id }, where: [], fields, dryRun: false })).toEqual([
      "where required",
    ]);
    const reader = inRole(context, "readOnly");
    const refused = startUpdate(reader, definitions.phone, { check: checked.id, dryRun: false });
    expect((await refusalFrom(refused)).code).toBe("forbidden");
    expect(await getJob(reader, checked.id)).toMatchObject({ fields });
    expect(await listJobRefusals(reader, checked.id)).toMatchObject({ total: 0 });
  });

  test("whatever is changed of whichever phones, the job does to each what the check said of it", async () => {
    await makePhones([230, 231, 232, 233], { description: "Random" });
    await makeOldPhone(234, "Random");
    const fields = fc.record(
      {
        owner: fc.constantFrom("kim", "lee", null),
        dnd: fc.record({ status: fc.boolean(), option: fc.constantFrom("Ringer Off", "Call Reject") }),
        softkeyTemplate: fc.constantFrom("Standard User", "Standard Feature", null),
        extensionMobility: fc.boolean(),
      },
      { requiredKeys: ["owner"] },
    );
    const chosen = fc.subarray([230, 231, 232, 233, 234], { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(fields, chosen, async (given, numbers) => {
        const names = numbers.map((number) => ({ name: name(number) }));
        const checked = await check({ names, fields: given });
        const done = await carryOut(checked.id);
        const changing = checked.items.filter(({ outcome }) => outcome === "updated");
        expect(done.items.map((item) => [item.name, item.outcome])).toEqual(
          changing.map((item) => [item.name, "updated"]),
        );
        for (const item of changing) {
          const { items } = await phone.revisions(item.name);
          expect(items[0]?.changes).toEqual(item.changes);
        }
      }),
      { numRuns: 12 },
    );
  });
});
