import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import type { ServiceContext } from "@/lib/server/context";
import { type Reassignment, reassignUses } from "@/lib/server/services/configuration/reassign";
import { objectsOf, phoneInput } from "@/lib/server/testing/configuration";
import { databaseContents } from "@/lib/server/testing/database-contents";
import { inRole, refusalFrom, testContext } from "@/lib/server/testing/test-context";

let context: ServiceContext;
beforeAll(async () => {
  context = await testContext();
});
afterAll(() => context.database.close());

const ask = () => context;
const phones = objectsOf("phone", ask);
const templates = objectsOf("softkeyTemplate", ask);
const common = objectsOf("commonDeviceConfiguration", ask);
const profiles = objectsOf("deviceProfile", ask);
const pools = objectsOf("devicePool", ask);
const buttons = objectsOf("phoneButtonTemplate", ask);
const partitions = objectsOf("partition", ask);
const spaces = objectsOf("callingSearchSpace", ask);
const numbers = objectsOf("directoryNumber", ask);
const parameters = objectsOf("serviceParameter", ask);

let made = 0;
const newName = () => `SEP00DE${(++made).toString(16).toUpperCase().padStart(8, "0")}`;
const reassign = (kind: ConfigurationKind, name: string, input: Reassignment, partition?: string) =>
  reassignUses(context, kind, { name, partition: partition ?? null }, input);

/** What stands against it, object by object, and that nothing was changed. */
async function expectRefused(work: () => Promise<unknown>, ...wanted: string[]) {
  const before = await databaseContents(context.database);
  const { code, data } = await refusalFrom(work());
  expect(code).toBe("notReassignable");
  const { refused } = data as {
    refused: { name: string; problems: { code: string; path: unknown[] }[] }[];
  };
  const found = refused.flatMap(({ name, problems }) =>
    problems.map((problem) => `${name}: ${problem.path.join(".")} ${problem.code}`),
  );
  expect(found).toEqual(wanted);
  expect(await databaseContents(context.database)).toEqual(before);
}

describe("reassign to another object", () => {
  test("[SK-11][CD-02][PH-03] a softkey template's users get the other one, each with a revision, and it can go", async () => {
    for (const name of ["Old keys", "New keys"]) await templates.create({ name, copyOf: "Standard User" });
    const phone = newName();
    await phones.create(phoneInput(phone, { softkeyTemplate: "Old keys" }));
    await common.create({ name: "Lobby", softkeyTemplate: "Old keys" });
    await profiles.create({ name: "Kim", userId: "kim", softkeyTemplate: "Old keys" });
    const uses = await reassign("softkeyTemplate", "old keys", { to: "NEW keys", reason: "one set of keys" });
    expect(uses.total).toBe(3);
    expect(uses.items.map(({ name }) => name)).toEqual(["Lobby", phone, "Kim"]);
    for (const [objects, name] of [
      [phones, phone],
      [common, "Lobby"],
      [profiles, "Kim"],
    ] as const) {
      expect(await objects.get(name)).toMatchObject({ softkeyTemplate: "New keys", version: 2 });
      const { items } = await objects.revisions(name);
      expect(items[0]).toMatchObject({ number: 2, action: "updated", reason: "one set of keys" });
      expect(items[0]?.changes).toEqual([
        { kind: "valueChanged", field: "softkeyTemplate", from: "Old keys", to: "New keys" },
      ]);
    }
    await templates.remove("Old keys");
  });

  test("or to none, where a field may be empty", async () => {
    await common.create({ name: "Gone soon" });
    const phone = newName();
    await phones.create(phoneInput(phone, { commonDeviceConfiguration: "Gone soon" }));
    await reassign("commonDeviceConfiguration", "Gone soon", { to: null });
    expect(await phones.get(phone)).toMatchObject({ commonDeviceConfiguration: null });
    await common.remove("Gone soon");
  });

  test("a phone keeps a button template of its model: with another one it is named and nothing changes", async () => {
    await buttons.create({ name: "Desk buttons", copyOf: "Standard 8841 SIP" });
    const [one, other] = [newName(), newName()];
    for (const name of [one, other])
      await phones.create(phoneInput(name, { phoneButtonTemplate: "Desk buttons" }));
    await expectRefused(
      () => reassign("phoneButtonTemplate", "Desk buttons", { to: "Standard 8851 SIP" }),
      `${one}: phoneButtonTemplate otherModel`,
      `${other}: phoneButtonTemplate otherModel`,
    );
    await expectRefused(
      () => reassign("phoneButtonTemplate", "Desk buttons", { to: null }),
      `${one}: phoneButtonTemplate required`,
      `${other}: phoneButtonTemplate required`,
    );
    await reassign("phoneButtonTemplate", "Desk buttons", { to: "Standard 8841 SIP" });
    await buttons.remove("Desk buttons");
  });

  test("[PR-02] a locale that is not installed is refused", async () => {
    await common.create({ name: "English", userLocale: "English United States" });
    await expectRefused(
      () => reassign("locale", "English United States", { to: "Korean Korea Republic" }),
      "English: userLocale localeNotInstalled",
    );
    await reassign("locale", "English United States", { to: null });
  });

  test("a directory number's lines get the other number, unless a phone has both", async () => {
    await partitions.create({ name: "Desks" });
    const line = (index: number, directoryNumber: string) => ({ index, directoryNumber, partition: "Desks" });
    const [one, both] = [newName(), newName()];
    await phones.create(phoneInput(one, { lines: [line(1, "2701")] }));
    await phones.create(phoneInput(both, { lines: [line(1, "2702"), line(2, "2701")] }));
    const to = { to: "2702", toPartition: "desks" };
    await expectRefused(
      () => reassign("directoryNumber", "2701", to, "Desks"),
      `${both}: lines.1.directoryNumber duplicate`,
    );
    await phones.update(both, { version: 1, lines: [line(1, "2702")] });
    await reassign("directoryNumber", "2701", to, "Desks");
    expect((await phones.get(one)).lines).toMatchObject([{ directoryNumber: "2702", partition: "Desks" }]);
    expect(await phones.find("directoryNumber:isExactly:2702")).toEqual([one, both].sort());
    await numbers.remove("2701", "Desks");
  });

  test("numbers move to another partition, unless one is there already; a search list names it once", async () => {
    for (const name of ["North", "South"]) await partitions.create({ name });
    await spaces.create({ name: "Both", partitions: ["North", "South"] });
    for (const partition of ["North", "South"]) await numbers.create({ pattern: "2800", partition });
    await expectRefused(() => reassign("partition", "North", { to: "South" }), "2800: pattern nameTaken");
    await numbers.remove("2800", "South");
    await reassign("partition", "North", { to: "South" });
    expect((await spaces.get("Both")).partitions).toEqual(["South"]);
    expect(await numbers.get("2800", "South")).toMatchObject({ partition: "South" });
    await partitions.remove("North");
  });

  test("also the calling search space of a service parameter", async () => {
    for (const name of ["Call back", "Call back 2"]) await spaces.create({ name, partitions: [] });
    const name = "Callback Calling Search Space";
    const { version } = await parameters.get(name);
    await parameters.update(name, { version, value: "Call back" });
    await reassign("callingSearchSpace", "Call back", { to: "Call back 2" });
    expect((await parameters.get(name)).value).toBe("Call back 2");
  });
});

/** Copies a phone with its lines, faster than the service would. */
async function copyOften(name: string, count: number): Promise<void> {
  const { prisma } = context.database;
  await prisma.$executeRaw`
    INSERT INTO "Phone" ("id", "name", "key", "model", "protocol", "devicePoolId", "phoneButtonTemplateId", "settings",
      "updatedAt", "updatedBy", "createdAt")
    SELECT 'copy-' || n, 'SEP00CC' || lpad(n::text, 8, '0'), 'sep00cc' || lpad(n::text, 8, '0'), p."model", p."protocol",
      p."devicePoolId", p."phoneButtonTemplateId", p."settings", p."updatedAt", p."updatedBy", p."createdAt"
    FROM generate_series(1, ${count}::int) n CROSS JOIN (SELECT * FROM "Phone" WHERE "name" = ${name}) p`;
  await prisma.$executeRaw`
    INSERT INTO "PhoneLine" ("phoneId", "index", "directoryNumberId", "busyTrigger", "maxCalls")
    SELECT 'copy-' || n, l."index", l."directoryNumberId", l."busyTrigger", l."maxCalls" FROM generate_series(1, ${count}::int) n
    CROSS JOIN (SELECT l.* FROM "PhoneLine" l JOIN "Phone" p ON p."id" = l."phoneId" WHERE p."name" = ${name}) l`;
}

describe("a reassignment that makes no sense", () => {
  beforeAll(() => numbers.create({ pattern: "2999" }));
  test.each([
    ["to what does not exist", "devicePool", "Default", { to: "Nowhere" }, "to unknownReference"],
    ["to itself", "devicePool", "Default", { to: "default" }, "to sameObject"],
    // Nothing has a directory number that could as well have none.
    ["to none where all need one", "directoryNumber", "2999", { to: null }, "to required"],
  ] as const)("%s is refused", async (_, kind, name, input, problem) => {
    const { code, data } = await refusalFrom(reassign(kind, name, input));
    const [{ path, code: problemCode }] = (data as { problems: [{ path: string[]; code: string }] }).problems;
    expect([code, `${path.join(".")} ${problemCode}`]).toEqual(["validationFailed", problem]);
  });

  test("of what does not exist is not found, by those who may only read forbidden", async () => {
    expect((await refusalFrom(reassign("devicePool", "Nowhere", { to: "Default" }))).code).toBe("notFound");
    const work = reassignUses(
      inRole(context, "readOnly"),
      "devicePool",
      { name: "Default", partition: null },
      { to: null },
    );
    expect((await refusalFrom(work)).code).toBe("forbidden");
  });

  test("of a thousand users is done, of more left to bulk administration", async () => {
    for (const name of ["Crowded", "Roomy"]) await pools.create({ name });
    const first = newName();
    await phones.create(phoneInput(first, { devicePool: "Crowded" }));
    await copyOften(first, 999);
    const uses = await reassign("devicePool", "Crowded", { to: "Roomy" });
    expect([uses.total, uses.items.length]).toEqual([1000, 50]);
    expect((await pools.dependencies("Roomy")).total).toBe(1000);
    await phones.create(phoneInput(newName(), { devicePool: "Roomy" }));
    const { code, data } = await refusalFrom(reassign("devicePool", "Roomy", { to: "Crowded" }));
    expect([code, data]).toEqual(["tooManyUses", { total: 1001, limit: 1000 }]);
  });
});
