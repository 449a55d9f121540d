import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { objectsOf } from "@/lib/server/testing/configuration";
import { databaseContents } from "@/lib/server/testing/database-contents";
import { inRole, refusalFrom, testContext } from "@/lib/server/testing/test-context";

let context: ServiceContext;
beforeAll(async () => {
  context = await testContext();
});
afterAll(() => context.database.close());

const ask = () => context;
const common = objectsOf("commonDeviceConfiguration", ask);
const pools = objectsOf("devicePool", ask);
const partitions = objectsOf("partition", ask);
const spaces = objectsOf("callingSearchSpace", ask);
const clusters = objectsOf("remoteCluster", ask);
const trunks = objectsOf("trunk", ask);
const patterns = objectsOf("routePattern", ask);
const points = objectsOf("ctiRoutePoint", ask);
const profiles = objectsOf("deviceProfile", ask);
const parameters = objectsOf("serviceParameter", ask);

/** Everything that a refused change must leave as it was. */
async function expectRefused(work: () => Promise<unknown>, code: string, problem?: string) {
  const before = await databaseContents(context.database);
  const refusal = await refusalFrom(work());
  expect(refusal.code).toBe(code);
  if (problem !== undefined) {
    const { problems } = refusal.data as { problems: { code: string; path: unknown[] }[] };
    expect(problems.map(({ path, code: found }) => `${path.join(".")} ${found}`)).toContain(problem);
  }
  expect(await databaseContents(context.database)).toEqual(before);
}

describe("common device configurations", () => {
  test("[CD-01] a new one needs only a name, has every field with its default, and is found", async () => {
    const created = await common.create({ name: "Site A", reason: "rehearsal" });
    expect(created).toMatchObject({
      softkeyTemplate: null,
      userLocale: null,
      mlppIndicationStatus: "Default",
      useTrustedRelayPoint: false,
      ipAddressingMode: "IPv4 and IPv6",
      version: 1,
      usedByCount: 0,
    });
    expect(await common.get("SITE A")).toEqual(created);
    expect(await common.find("name:beginsWith:site")).toEqual(["Site A"]);
    expect((await common.revisions("Site A")).items).toMatchObject([
      { number: 1, action: "created", by: "admin", reason: "rehearsal" },
    ]);
  });

  test("[CD-02] a softkey template is associated by its name in any letter case, and told so", async () => {
    await common.create({ name: "Associated" });
    const after = await common.update("Associated", { version: 1, softkeyTemplate: "standard USER" });
    expect(after).toMatchObject({ softkeyTemplate: "Standard User", version: 2 });
    expect((await common.revisions("Associated")).items[0]?.changes).toEqual([
      { kind: "valueChanged", field: "softkeyTemplate", from: null, to: "Standard User" },
    ]);
    expect(await common.find("softkeyTemplate:contains:ard us")).toEqual(["Associated"]);
    expect(await common.find("softkeyTemplate:isEmpty:", "name:isExactly:associated")).toEqual([]);
  });

  test("a reference in another letter case, or the object sent back, is no change", async () => {
    await common.create({ name: "Same", softkeyTemplate: "Standard User" });
    const before = await common.get("Same");
    expect(await common.update("Same", { ...before, softkeyTemplate: "STANDARD user" })).toEqual(before);
    expect(await common.update("Same", before)).toEqual(before);
  });

  test("[PR-02] a locale that is not installed, of the other kind or unknown is refused", async () => {
    const refused = (fields: object, problem: string) =>
      expectRefused(() => common.create({ name: "Locale", ...fields }), "validationFailed", problem);
    await refused({ userLocale: "Korean Korea Republic" }, "userLocale localeNotInstalled");
    await refused({ networkLocale: "Korea Republic" }, "networkLocale localeNotInstalled");
    await refused({ userLocale: "United States" }, "userLocale unknownReference");
    await refused({ networkLocale: "Atlantis" }, "networkLocale unknownReference");
  });

  test("[PR-02] once installed it can be chosen, and cannot be taken away while it is", async () => {
    const locales = objectsOf("locale", ask);
    await locales.update("korean korea republic", { version: 1, isInstalled: true });
    await common.create({ name: "Seoul", userLocale: "Korean Korea Republic" });
    await expectRefused(
      () => locales.update("Korean Korea Republic", { version: 2, isInstalled: false }),
      "inUse",
    );
    await expectRefused(() => locales.remove("Korean Korea Republic"), "inUse");
    await common.update("Seoul", { version: 1, userLocale: null });
    expect(await locales.update("Korean Korea Republic", { version: 2, isInstalled: false })).toMatchObject({
      isInstalled: false,
    });
    await expectRefused(() => locales.remove("English United States"), "standardReadOnly");
    await expectRefused(
      () => locales.update("United States", { version: 1, isInstalled: false }),
      "standardReadOnly",
      "isInstalled builtIn",
    );
  });

  test("a copy has the fields of its source but for those that are given", async () => {
    await common.create({ name: "Source", description: "Left", preemption: "Forceful" });
    expect(await common.create({ name: "Copy", copyOf: "SOURCE", description: "Right" })).toMatchObject({
      name: "Copy",
      description: "Right",
      preemption: "Forceful",
    });
    await expectRefused(
      () => common.create({ name: "Copy 2", copyOf: "Nobody" }),
      "validationFailed",
      "copyOf unknownReference",
    );
  });

  test("every version can be restored; the name stays", async () => {
    await common.create({ name: "First", mlppDomainId: "7" });
    await common.update("First", { version: 1, name: "Later", mlppDomainId: null, preemption: "Disabled" });
    const restored = await common.restore("Later", 1);
    expect(restored).toMatchObject({ name: "Later", mlppDomainId: "7", preemption: "Default", version: 3 });
    expect(await common.restore("Later", 1)).toEqual(restored);
    expect((await common.revisions("Later")).items[0]).toMatchObject({ action: "restored", number: 3 });
    await expectRefused(() => common.restore("Later", 9), "notFound");
  });
});

describe("saving", () => {
  test("a save based on an old version is refused with both versions", async () => {
    const base = await pools.create({ name: "Contested" });
    const theirs = await pools.update("Contested", { version: 1, description: "theirs" });
    const refusal = await refusalFrom(pools.update("Contested", { version: 1, description: "yours" }));
    expect(refusal).toMatchObject({
      code: "stale",
      data: { current: theirs, base: { version: 1, description: base.description } },
    });
  });

  test("of many saves at once on one version exactly one is stored", async () => {
    await pools.create({ name: "Raced" });
    const saves = Array.from({ length: 8 }, (_, index) =>
      pools.update("Raced", { version: 1, description: `save ${index}` }),
    );
    const outcomes = await Promise.allSettled(saves);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await pools.get("Raced")).version).toBe(2);
  });

  test("a name is unique in any letter case, when made and when renamed", async () => {
    await pools.create({ name: "Taken" });
    await pools.create({ name: "Free" });
    await expectRefused(() => pools.create({ name: " TAKEN " }), "nameTaken", "name nameTaken");
    await expectRefused(() => pools.update("Free", { version: 1, name: "taken" }), "nameTaken");
    expect(await pools.update("Free", { version: 1, name: "FREE" })).toMatchObject({ name: "FREE" });
  });

  test("a read-only field may be sent back but not changed", async () => {
    const pool = await pools.create({ name: "Echo" });
    expect(await pools.update("Echo", pool)).toEqual(pool);
    const parameter = await parameters.get("Callback Recall Timer (T3)");
    expect(await parameters.update("Callback Recall Timer (T3)", parameter)).toEqual(parameter);
    await expectRefused(
      () => parameters.update("Callback Recall Timer (T3)", { ...parameter, maximum: 999 }),
      "validationFailed",
      "maximum readOnlyField",
    );
  });

  test("whoever may only read changes nothing", async () => {
    const phones = inRole(context, "phoneAdministrator");
    const theirs = objectsOf("devicePool", () => phones);
    expect(await theirs.find("name:isExactly:default")).toEqual(["Default"]);
    await expectRefused(() => theirs.create({ name: "Mine" }), "forbidden");
    await expectRefused(() => theirs.update("Default", { version: 1 }), "forbidden");
    await expectRefused(() => theirs.remove("Default"), "forbidden");
    await expectRefused(() => theirs.restore("Default", 1), "forbidden");
  });
});

describe("what belongs to the system", () => {
  test("the default device pool keeps its name and stays", async () => {
    await expectRefused(() => pools.remove("Default"), "standardReadOnly", " builtIn");
    await expectRefused(() => pools.update("Default", { version: 1, name: "Other" }), "standardReadOnly");
    expect(await pools.update("Default", { version: 1, description: "All sites" })).toMatchObject({
      description: "All sites",
    });
  });

  test("a service parameter has its type, range and default, takes the text of a number, and stays", async () => {
    const name = "Callback Recall Timer (T3)";
    expect(await parameters.get(name)).toMatchObject({
      value: 20,
      default: 20,
      unit: "seconds",
      minimum: 10,
      maximum: 180,
    });
    expect(await parameters.update(name, { version: 1, value: "30" })).toMatchObject({
      value: 30,
      version: 2,
    });
    await expectRefused(
      () => parameters.update(name, { version: 2, value: 9 }),
      "validationFailed",
      "value outOfRange",
    );
    await expectRefused(() => parameters.remove(name), "standardReadOnly");
    await expectRefused(() => parameters.create({ name, value: 20 }), "nameTaken");
    await expectRefused(() => parameters.create({ name: "Mine", value: 1 }), "validationFailed");
  });

  test("the parameter that names a calling search space keeps it in use", async () => {
    const name = "Callback Calling Search Space";
    await spaces.create({ name: "For call back" });
    expect(await parameters.update(name, { version: 1, value: "for call back" })).toMatchObject({
      value: "For call back",
    });
    expect(await spaces.dependencies("For call back")).toMatchObject({
      items: [{ kind: "serviceParameter", name }],
      total: 1,
      counts: [{ kind: "serviceParameter", count: 1 }],
    });
    await spaces.update("For call back", { version: 1, name: "Renamed space" });
    expect(await parameters.get(name)).toMatchObject({ value: "Renamed space" });
    expect(await parameters.update(name, { version: 2, value: null })).toMatchObject({ value: null });
    await spaces.remove("Renamed space");
  });
});

describe("routing", () => {
  test("a calling search space keeps the order of its partitions, and a rename shows everywhere", async () => {
    for (const name of ["Seoul", "Busan", "Night"]) await partitions.create({ name });
    await spaces.create({ name: "All", partitions: ["night", "Seoul", "Busan"] });
    expect(await spaces.get("All")).toMatchObject({ partitions: ["Night", "Seoul", "Busan"] });
    await partitions.update("Night", { version: 1, name: "After hours" });
    expect(await spaces.get("All")).toMatchObject({ partitions: ["After hours", "Seoul", "Busan"] });
    expect(await spaces.find("partitions:isExactly:AFTER hours")).toEqual(["All"]);
    await spaces.update("All", { version: 1, partitions: ["Busan", "Seoul"] });
    expect(await spaces.get("All")).toMatchObject({ partitions: ["Busan", "Seoul"], version: 2 });
    await partitions.remove("After hours");
    await expectRefused(() => partitions.remove("Seoul"), "inUse");
  });

  test("trunk, remote cluster and route pattern hold on to each other", async () => {
    await clusters.create({
      name: "Daejeon",
      directoryNumbers: [{ pattern: "5002", name: "Lab" }, { pattern: "5001" }],
    });
    expect(await clusters.get("Daejeon")).toMatchObject({
      directoryNumbers: [
        { pattern: "5001", name: "" },
        { pattern: "5002", name: "Lab" },
      ],
    });
    await trunks.create({ name: "To Daejeon", type: "interclusterQsig", remoteCluster: "Daejeon" });
    await patterns.create({ pattern: "5xxx", trunk: "To Daejeon" });
    expect(await patterns.get("5XXX")).toMatchObject({
      pattern: "5XXX",
      partition: null,
      trunk: "To Daejeon",
    });
    await expectRefused(() => clusters.remove("Daejeon"), "inUse");
    await expectRefused(() => trunks.remove("To Daejeon"), "inUse");
    expect(await trunks.dependencies("To Daejeon")).toMatchObject({
      items: [{ kind: "routePattern", name: "5XXX", partition: null }],
    });
    await patterns.remove("5XXX");
    await trunks.remove("To Daejeon");
    await clusters.remove("Daejeon");
  });

  test("a pattern may be in several partitions and in none, but once in each", async () => {
    await trunks.create({ name: "Trunk", type: "sip" });
    await partitions.create({ name: "P1" });
    await patterns.create({ pattern: "9!", trunk: "Trunk" });
    await patterns.create({ pattern: "9!", trunk: "Trunk", partition: "p1", description: "in P1" });
    expect(await patterns.get("9!", "P1")).toMatchObject({ partition: "P1", description: "in P1" });
    expect(await patterns.get("9!")).toMatchObject({ partition: null, description: "" });
    await expectRefused(() => patterns.create({ pattern: "9!", trunk: "Trunk" }), "nameTaken");
    await expectRefused(
      () => patterns.update("9!", { version: 1, partition: "P1" }),
      "nameTaken",
      "pattern nameTaken",
    );
    expect((await refusalFrom(patterns.get("9!", "no such"))).code).toBe("notFound");
  });

  test("[PR-07] a CTI route point makes its directory number and keeps it in use", async () => {
    const numbers = objectsOf("directoryNumber", ask);
    await points.create({ name: "Menu", directoryNumber: "2900", forwardTo: "2001" });
    expect(await points.get("menu")).toMatchObject({
      directoryNumber: "2900",
      partition: null,
      forwardTo: "2001",
    });
    expect((await numbers.revisions("2900")).items).toMatchObject([{ action: "created" }]);
    await expectRefused(() => numbers.remove("2900"), "inUse");
    await points.remove("Menu");
    await numbers.remove("2900");
  });
});

describe("device profiles", () => {
  test("one user has one profile, whatever the letter case", async () => {
    await profiles.create({ name: "Kim", userId: "kim", lines: [{ index: 1, directoryNumber: "2100" }] });
    await expectRefused(
      () => profiles.create({ name: "Kim 2", userId: "KIM" }),
      "nameTaken",
      "userId nameTaken",
    );
    expect(await profiles.find("lines:isExactly:2100")).toEqual(["Kim"]);
  });
});

describe("phone button templates", () => {
  test("[BT-01] what one was copied from is found in any letter case of any script", async () => {
    const templates = objectsOf("phoneButtonTemplate", ask);
    await templates.create({ name: "ÉTAGE", copyOf: "Standard 8841 SIP" });
    await templates.create({ name: "Upstairs", copyOf: "étage" });
    expect(await templates.find("copyOf:isExactly:étage")).toEqual(["Upstairs"]);
    expect(await templates.find("copyOf:contains:standard 8841")).toEqual(["ÉTAGE"]);
  });
});
