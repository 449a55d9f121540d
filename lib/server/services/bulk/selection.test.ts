import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import type { ServiceContext } from "@/lib/server/context";
import { startDelete } from "@/lib/server/services/bulk/start-delete";
import { startUpdate } from "@/lib/server/services/bulk/start-update";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { retryJob } from "@/lib/server/services/job/retry";
import { bulkOf } from "@/lib/server/testing/bulk";
import { objectsOf, phoneInput } from "@/lib/server/testing/configuration";
import { databaseContents } from "@/lib/server/testing/database-contents";
import { inRole, refusalFrom, testContext } from "@/lib/server/testing/test-context";

let context: ServiceContext;
beforeAll(async () => {
  context = await testContext();
});
afterAll(() => context.database.close());

const ask = () => context;
const phones = bulkOf("phone", ask);
const phone = objectsOf("phone", ask);
const name = (number: number) => `SEP${number.toString(16).toUpperCase().padStart(12, "0")}`;

async function makePhones(from: number, to: number, description: string) {
  for (let number = from; number <= to; number++) {
    await phone.create(
      phoneInput(name(number), { description, lines: [{ index: 1, directoryNumber: `${number}` }] }),
    );
  }
}

async function update(input: Parameters<typeof startUpdate>[2], kind: ConfigurationKind = "phone") {
  return phones.finished((await startUpdate(context, definitions[kind], input)).jobId);
}

async function remove(input: Parameters<typeof startDelete>[2], kind: ConfigurationKind = "phone") {
  return phones.finished((await startDelete(context, definitions[kind], input)).jobId);
}

describe("changing many objects", () => {
  test("exactly those that match when the job is made get the fields, by the rules of single saves", async () => {
    await makePhones(100, 104, "Left wing");
    await makePhones(105, 106, "Right wing");
    const fields = { softkeyTemplate: "standard USER", dnd: { status: true } };
    const input = { where: ["description:beginsWith:left"], fields, dryRun: false, reason: "moved" };
    const { jobId } = await startUpdate(context, definitions.phone, input);
    await makePhones(107, 107, "Left wing, later");
    const job = await phones.finished(jobId);
    expect(job).toMatchObject({ state: "done", total: 5, outcomes: { updated: 5 } });
    expect(job.items.map((item) => item.name)).toEqual([100, 101, 102, 103, 104].map(name));
    expect(await phone.get(name(100))).toMatchObject({
      softkeyTemplate: "Standard User",
      dnd: { status: true, option: "Ringer Off" },
      version: 2,
    });
    expect((await phone.revisions(name(100))).items[0]).toMatchObject({ reason: "moved", action: "updated" });
    expect(await phone.get(name(107))).toMatchObject({ softkeyTemplate: null, version: 1 });
  });

  test("a dry run changes nothing; objects that it does not fit fail by themselves, and can be tried again", async () => {
    await phone.create({
      name: name(110),
      model: "Cisco 7940",
      protocol: "SCCP",
      lines: [{ index: 1, directoryNumber: "110" }],
    });
    await makePhones(111, 111, "");
    const names = [110, 111, 112].map((number) => ({ name: name(number) }));
    const input = { names, fields: { dnd: { option: "Call Reject" } }, dryRun: true };
    const told = (job: Awaited<ReturnType<typeof update>>) =>
      job.items.map(({ problems, outcome }) => problems[0]?.code ?? outcome);
    const expected = ["dndOptionNotSupported", "updated", "notThere"];
    expect(told(await update(input))).toEqual(expected);
    expect(await phone.get(name(111))).toMatchObject({ version: 1 });
    const job = await update({ ...input, dryRun: false });
    expect(told(job)).toEqual(expected);
    await makePhones(112, 112, "");
    const retry = await phones.finished((await retryJob(context, job.id)).jobId);
    expect(retry).toMatchObject({ total: 2, done: 1, failed: 1, state: "partial" });
    expect(await phone.get(name(112))).toMatchObject({ dnd: { option: "Call Reject" } });
  });

  test("fields that fit no object are refused at once", async () => {
    const before = await databaseContents(context.database);
    const refused = async (fields: object, problem: string) => {
      const refusal = await refusalFrom(update({ where: [], fields: { ...fields }, dryRun: false }));
      const { problems } = refusal.data as { problems: { path: unknown[]; code: string }[] };
      expect(problems.map(({ path, code }) => `${path.join(".")} ${code}`)).toEqual([problem]);
    };
    await refused({ name: "SEP001122334455" }, "fields.name readOnlyField");
    await refused({ colour: 1 }, "fields.colour unknownField");
    await refused({ devicePool: "Atlantis" }, "fields.devicePool unknownReference");
    await refused({}, "fields required");
    const neither = startDelete(context, definitions.phone, {});
    expect((await refusalFrom(neither)).code).toBe("validationFailed");
    const unknown = startDelete(context, definitions.phone, { where: ["colour:isExactly:red"] });
    expect((await refusalFrom(unknown)).code).toBe("validationFailed");
    const reader = startUpdate(inRole(context, "readOnly"), definitions.phone, {
      where: [],
      fields: {},
      dryRun: false,
    });
    expect((await refusalFrom(reader)).code).toBe("forbidden");
    expect(await databaseContents(context.database)).toEqual(before);
  });
});

describe("deleting many objects", () => {
  test("those that match go, with their history kept; those in use stay and say so", async () => {
    await makePhones(120, 122, "Closing");
    expect(await remove({ where: ["description:isExactly:closing"] })).toMatchObject({
      state: "done",
      outcomes: { deleted: 3 },
    });
    expect(await phone.find("description:isExactly:closing")).toEqual([]);
    const deleted = { entity: "phone", entityName: name(120), action: "deleted" };
    expect(await context.database.prisma.revision.count({ where: deleted })).toBe(1);
    await makePhones(123, 123, "Stays");
    const numbers = await remove(
      { names: [{ name: "120" }, { name: "123" }, { name: "999" }] },
      "directoryNumber",
    );
    expect(numbers.items.map(({ problems, outcome }) => problems[0]?.code ?? outcome)).toEqual([
      "deleted",
      "inUse",
      "notThere",
    ]);
    const pools = await remove({ where: [] }, "devicePool");
    expect(pools.items[0]?.problems[0]?.code).toBe("builtIn");
  });
});

describe("every kind", () => {
  beforeAll(async () => {
    const spaces = objectsOf("callingSearchSpace", ask);
    const partitions = objectsOf("partition", ask);
    for (const partition of ["+one", "=two", "three"])
      await partitions.create({ name: partition, description: "@x" });
    await spaces.create({ name: "Long", partitions: ["three", "+one", "=two"] });
    await spaces.create({ name: "Short" });
    await objectsOf("directoryNumber", ask).create({
      pattern: "+822",
      partition: "=two",
      alertingName: "'=",
    });
    await objectsOf("remoteCluster", ask).create({
      name: "Busan",
      directoryNumbers: [
        { pattern: "0012", name: "Lee" },
        { pattern: "+8251", name: "" },
      ],
    });
    await objectsOf("trunk", ask).create({ name: "T", type: "sipQsig", remoteCluster: "Busan" });
    await objectsOf("routePattern", ask).create({ pattern: "8XXX", partition: "three", trunk: "T" });
    await objectsOf("ctiRoutePoint", ask).create({
      name: "CTI",
      directoryNumber: "7000",
      partition: "+one",
    });
    await objectsOf("deviceProfile", ask).create({
      name: "Profile",
      userId: "kim",
      lines: [{ index: 2, directoryNumber: "7001", label: "'quoted" }],
    });
    await objectsOf("commonDeviceConfiguration", ask).create({
      name: "Common",
      softkeyTemplate: "Standard User",
    });
    await makePhones(130, 131, "-1");
    await phone.update(name(130), { version: 1, speedDials: [{ index: 3, number: "+1", label: "=x" }] });
  });

  test.each(Object.keys(definitions) as ConfigurationKind[])(
    "an export of %s changes nothing when it is imported",
    async (kind) => {
      const bulk = bulkOf(kind, ask);
      const text = await bulk.export();
      const before = await objectsOf(kind, ask).list({});
      expect(before.total).toBeGreaterThan(0);
      const job = await bulk.import(text);
      expect(job).toMatchObject({ state: "done", failed: 0, outcomes: { unchanged: before.total } });
      expect(await objectsOf(kind, ask).list({})).toEqual(before);
      expect(await bulk.export()).toBe(text);
    },
  );
});
