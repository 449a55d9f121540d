import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { findObjects } from "@/lib/server/services/search/find";
import { objectsOf, phoneInput } from "@/lib/server/testing/configuration";
import { testContext } from "@/lib/server/testing/test-context";

let context: ServiceContext;
const objects = (kind: Parameters<typeof objectsOf>[0]) => objectsOf(kind, () => context);
const line = (directoryNumber: string, label = "") => ({ index: 1, directoryNumber, label });

beforeAll(async () => {
  context = await testContext();
  const phones = objects("phone");
  await phones.create(
    phoneInput("SEP00112233AA01", {
      description: "Lobby desk, north boathouse 1층 로비",
      owner: "jkimura",
      lines: [line("74401", "Front Gate")],
    }),
  );
  await phones.create(
    phoneInput("SEP00112233AA02", { description: "Canteen 본사로비전화", lines: [line("74402")] }),
  );
  await objects("devicePool").create({ name: "Harbour East", description: "Warehouse" });
  await objects("directoryNumber").update("74402", { version: 1, alertingName: "Kitchen staff" });
  await objects("deviceProfile").create({
    name: "Nightshift",
    userId: "watchman",
    lines: [line("74403", "Guard room")],
  });
});
afterAll(() => context.database.close());

const find = async (text: string, limit = 5) => (await findObjects(context, { text, limit })).items;
/** An object whose name is the text is not lost among those that have it in their description. */
test("the search tells the name that is the text first, however many have it elsewhere", async () => {
  const pools = objects("devicePool");
  for (const name of ["Atrium", "Atrium 2", "Attic"]) await pools.create({ name });
  for (const name of ["Aa", "Ab", "Ac"]) await pools.create({ name, description: "beside the atrium" });
  const found = (await find("atrium", 3)).map(({ name }) => name);
  expect(found).toEqual(["Atrium", "Atrium 2", "Aa"]);
});

const names = async (text: string) => (await find(text)).map(({ name }) => name);

describe("the search finds a phone", () => {
  test.each([
    ["part of its name", "33aa01"],
    ["its MAC address with colons", "00:11:22:33:AA:01"],
    ["its MAC address with dots", "0011.2233.aa01"],
    ["a word of its description, in any letter case", "NORTH"],
    ["words of its description and its owner, in any order", "jkimura lobby"],
    ["its owner", "kimura"],
    ["the label of one of its lines", "front gate"],
    ["a short word at the beginning of a word", "1층"],
    ["a mistyped word of its description", "lobbi"],
    ["a wrong letter in a long word", "Boathouze"],
    ["a mistyped owner", "jkimrua"],
  ])("by %s", async (_, text) => {
    expect(await names(text)).toContain("SEP00112233AA01");
    expect(await names(text)).not.toContain("SEP00112233AA02");
  });

  test("by its number, together with the directory number itself", async () => {
    expect((await find("74401")).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      "directoryNumber 74401",
      "phone SEP00112233AA01",
    ]);
  });

  test("by two characters within a word, when nothing begins with them", async () => {
    expect(await names("사로")).toEqual(["SEP00112233AA02"]);
  });
});

test("what cannot be seen of an object is told: by which owner, label, number or alerting name it was found", async () => {
  const told = async (text: string) => (await find(text)).map(({ name, found }) => [name, found]);
  expect(await told("kimura")).toEqual([["SEP00112233AA01", { field: "owner", text: "jkimura" }]]);
  expect(await told("gate")).toEqual([["SEP00112233AA01", { field: "label", text: "Front Gate" }]]);
  expect(await told("74402")).toEqual([
    ["74402", null],
    ["SEP00112233AA02", { field: "directoryNumber", text: "74402" }],
  ]);
  expect(await told("kitchen")).toEqual([["74402", { field: "alertingName", text: "Kitchen staff" }]]);
  expect(await told("guard room")).toEqual([["Nightshift", { field: "label", text: "Guard room" }]]);
  expect(await told("canteen")).toEqual([["SEP00112233AA02", null]]);
});

test("other kinds are found by name and description, also mistyped ones, and those are marked", async () => {
  expect(await names("warehouse")).toEqual(["Harbour East"]);
  expect(await find("habrour east")).toMatchObject([{ name: "Harbour East", isAlike: true }]);
  expect(await find("harbour")).toMatchObject([{ name: "Harbour East", isAlike: false }]);
});

test("a name that is the text comes before those that begin with it, and those before all others", async () => {
  const pools = objects("devicePool");
  await pools.create({ name: "A Zone nine" });
  await pools.create({ name: "Zone nine B" });
  await pools.create({ name: "Zone nine" });
  expect(await names("zone nine")).toEqual(["Zone nine", "Zone nine B", "A Zone nine"]);
});

test("of each kind at most so many are answered, and an object once", async () => {
  const found = await find("standard", 3);
  const counts = Map.groupBy(found, ({ kind }) => kind);
  expect(Math.max(...[...counts.values()].map(({ length }) => length))).toBe(3);
  expect(new Set(found.map(({ kind, name }) => `${kind} ${name}`)).size).toBe(found.length);
});

test.each(["", "   ", "%", "_", "\\", "'", "no such thing anywhere"])(
  "nothing is found for %j: no character means any other",
  async (text) => {
    expect(await find(text)).toEqual([]);
  },
);
