import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { startUpdate } from "@/lib/server/services/bulk/start-update";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { bulkOf } from "@/lib/server/testing/bulk";
import { objectsOf, phoneInput } from "@/lib/server/testing/configuration";
import { refusalFrom, testContext } from "@/lib/server/testing/test-context";

let context: ServiceContext;
beforeAll(async () => {
  context = await testContext();
  await phone.create(phoneInput(desk));
  for (const name of [analog, other])
    await phone.create({ name, model: "Analog Phone", lines: [{ index: 1, directoryNumber: "2301" }] });
});
afterAll(() => context.database.close());

const ask = () => context;
const phone = objectsOf("phone", ask);
const phones = bulkOf("phone", ask);
const templates = objectsOf("softkeyTemplate", ask);
const desk = "SEP00000000D001";
const analog = "AN0000000000A01";
const other = "AN0000000000A02";
const given = { softkeyTemplate: "Standard User" };
const refused = "softkeyTemplate fieldNotSupported";

async function expectProblems(work: Promise<unknown>, ...problems: string[]) {
  const { data } = await refusalFrom(work);
  const found = (data as { problems: { path: string[]; code: string }[] }).problems;
  expect(found.map(({ path, code }) => `${path.join(".")} ${code}`)).toEqual(problems);
}

describe("a field that a model does not have is refused", () => {
  test("when a phone is made, changed or copied", async () => {
    const lines = [{ index: 1, directoryNumber: "2301" }];
    const made = { name: "AN0000000000A03", model: "Analog Phone", lines, ...given };
    await expectProblems(phone.create(made), refused);
    await expectProblems(phone.update(analog, { version: 1, ...given }), refused);
    await expectProblems(phone.create({ name: made.name, copyOf: analog, ...given }), refused);
    await phone.update(desk, { version: 1, ...given });
    const copied = { name: made.name, copyOf: desk, model: "Analog Phone" };
    expect(await phone.create(copied)).toMatchObject({ softkeyTemplate: null });
    await expectProblems(phone.create({ ...copied, name: "AN0000000000A04", ...given }), refused);
  });

  test("in a change of many, as the error of that row; the others change", async () => {
    const input = { where: [], match: "all", fields: given, dryRun: false } as const;
    const { jobId } = await startUpdate(context, definitions.phone, { ...input, where: [] });
    const { items } = await phones.finished(jobId);
    const of = (name: string) => items.find((item) => item.name === name);
    expect(of(desk)).toMatchObject({ state: "done" });
    for (const name of [analog, other])
      expect(of(name)).toMatchObject({
        state: "failed",
        problems: [
          { path: ["softkeyTemplate"], code: "fieldNotSupported", params: { model: "Analog Phone" } },
        ],
      });
    expect(await phone.get(analog)).toMatchObject({ softkeyTemplate: null, version: 1 });
  });

  test("in an import, as the error of that row", async () => {
    const header = "name,model,softkeyTemplate,lines.1.directoryNumber";
    const rows = ["AN0000000000A05,Analog Phone,Standard User,2305", "AN0000000000A06,Analog Phone,,2306"];
    const job = await phones.import([header, ...rows].join("\n"));
    expect(job.items).toMatchObject([
      { state: "failed", problems: [{ path: ["softkeyTemplate"], code: "fieldNotSupported" }] },
      { state: "done", outcome: "created" },
    ]);
  });

  test("when a revision is restored that is older than the rule", async () => {
    const { prisma } = context.database;
    const stored = await prisma.phone.findFirstOrThrow({ where: { name: analog } });
    const [first] = await prisma.revision.findMany({ where: { entityId: stored.id, number: 1 } });
    const content = { ...(first?.content as object), ...given };
    await phone.update(analog, { version: 1, description: "second" });
    await prisma.revision.updateMany({ where: { entityId: stored.id, number: 1 }, data: { content } });
    await expectProblems(phone.restore(analog, 1), refused);
  });
});

describe("warnings", () => {
  const lines = [1, 2, 3].map((index) => ({ index, directoryNumber: `240${index}` }));
  const name = "SEP00000000D002";
  const params = (index: number) => ({ index, template: "Standard 7811 SIP" });
  const both = [
    { path: ["lines", 1], code: "lineNotOnButton", params: params(2) },
    { path: ["lines", 2], code: "lineNotOnButton", params: params(3) },
  ];

  test("a 7811 with three lines is accepted with a warning for each line that no button carries", async () => {
    expect(await phone.create({ name, model: "Cisco 7811", lines })).toMatchObject({ warnings: both });
    const changed = await phone.update(name, { version: 1, description: "still so" });
    expect(changed).toMatchObject({ version: 2, warnings: both });
    expect(await phone.update(name, { ...changed })).toMatchObject({ version: 2, warnings: both });
    expect(await phone.get(name)).toEqual(changed);
    expect((await phone.list({})).items[0]).not.toHaveProperty("warnings");
    const single = await phone.update(name, { version: 2, lines: lines.slice(0, 1) });
    expect(single).toMatchObject({ version: 3, warnings: [] });
    expect(await phone.restore(name, 1)).toMatchObject({ version: 4, warnings: both });
  });

  test("a device profile is held against its own button template", async () => {
    const profiles = objectsOf("deviceProfile", ask);
    const profile = { name: "Kim", userId: "kim", lines, phoneButtonTemplate: "Standard 7811 SIP" };
    expect(await profiles.create(profile)).toMatchObject({ warnings: both });
  });

  test("what has nothing to warn of says so", async () => {
    const template = await templates.create({ name: "Fine", copyOf: "Standard User" });
    expect(template.warnings).toEqual([]);
    const read = { ...template, description: "changed" };
    expect((await templates.update("Fine", read)).warnings).toEqual([]);
    expect(await objectsOf("partition", ask).create({ name: "P" })).toMatchObject({ warnings: [] });
  });
});
