import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { callingSearchSpaceRules } from "@/lib/configuration/calling-search-space";
import { completed, withPatch } from "@/lib/configuration/content-patch";
import { defused, undefused } from "@/lib/configuration/csv-cell";
import { type CsvColumn, csvColumns, readCsvHeader } from "@/lib/configuration/csv-columns";
import { csvCells, csvChange, csvColumnOf, listSizesOf } from "@/lib/configuration/csv-row";
import { directoryNumberRules } from "@/lib/configuration/directory-number";
import { newPhone } from "@/lib/configuration/new-phone";
import { type PhoneContent, phoneRules } from "@/lib/configuration/phone";
import { phoneButtonTemplateRules } from "@/lib/configuration/phone-button-template";
import { remoteClusterRules } from "@/lib/configuration/remote-cluster";
import { softkeyTemplateRules } from "@/lib/configuration/softkey-template-rules";
import { contents } from "@/lib/configuration/testing/arbitraries";
import { deskPhone } from "@/lib/configuration/testing/cluster";
import { receptionTemplate } from "@/lib/configuration/testing/layouts";
import { buttonTemplates, deskPhones, variantOf } from "@/lib/configuration/testing/phones";

const phoneShape = phoneRules.shape;

function header(names: readonly string[]): CsvColumn[] {
  const { columns, problems } = readCsvHeader(phoneShape, names, ["name"]);
  expect(problems).toEqual([]);
  return columns.flatMap((column) => column ?? []);
}

describe("cells", () => {
  test("every text comes back as it was, and none begins like a formula", () => {
    const starts = fc.constantFrom("", "'", "''", "=", "+", "-", "@", "\t", "\r", "'=", "0");
    fc.assert(
      fc.property(starts, fc.string(), (start, rest) => {
        const text = start + rest;
        expect(undefused(defused(text))).toBe(text);
        expect(defused(text)).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });

  test("a number that was typed with its plus keeps it, an apostrophe before a letter too", () => {
    expect(["+82 2", "'Kim", "0012"].map(undefused)).toEqual(["+82 2", "'Kim", "0012"]);
    expect(["=1+1", "+8221", "0012"].map(defused)).toEqual(["'=1+1", "'+8221", "0012"]);
  });
});

describe("columns", () => {
  test("every field has one, within records with dots, and for each item of a list", () => {
    const names = csvColumns(phoneShape, { lines: 2, speedDials: 0 }).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["name", "dnd.status", "lines.2.directoryNumber"]));
    expect(names).toEqual(expect.arrayContaining(["expansionModules.1"]));
    expect(names).not.toContain("lines.1.index");
    expect(names.filter((name) => name.startsWith("speedDials"))).toEqual([]);
  });

  test("the columns of any sizes are read again from their names", () => {
    const sizes = { lines: 3, speedDials: 2, expansionModules: 2 };
    const columns = csvColumns(phoneShape, sizes);
    expect(header(columns.map(({ name }) => name))).toEqual(columns);
  });

  test("a missing column is told first, all unknown ones in one with what would be accepted, then double ones", () => {
    const names = ["model", "lines.0.label", "colour", "model", "error", "__proto__", "lines.1.index"];
    const { columns, problems } = readCsvHeader(phoneShape, names, ["name"]);
    const accepted = csvColumns(phoneShape)
      .map(({ name }) => name)
      .join(", ");
    const unknown = "lines.0.label, colour, __proto__, lines.1.index";
    expect(problems).toEqual([
      { path: [], code: "missingColumn", params: { column: "name" } },
      { path: [1], code: "unknownColumns", params: { count: 4, columns: unknown, accepted } },
      { path: [3], code: "duplicateColumn", params: { column: "model", number: 4 } },
    ]);
    expect(columns[4]).toBeNull();
    expect(readCsvHeader(phoneShape, ["name", "colour"], ["name"]).problems).toEqual([
      { path: [1], code: "unknownColumn", params: { column: "colour", number: 2, accepted } },
    ]);
  });
});

describe("rows", () => {
  /** What a row makes of a content. */
  function applied<Content extends object>(
    rules: { shape: Parameters<typeof csvColumns>[0]; normalize: (content: never) => Content },
    columns: readonly CsvColumn[],
    cells: readonly string[],
    before: Content | null,
  ): unknown {
    const change = csvChange(columns, cells, before);
    return rules.normalize((before ? withPatch(before, change) : completed(rules.shape, change)) as never);
  }

  function roundTrip<Content extends object>(
    rules: { shape: Parameters<typeof csvColumns>[0]; normalize: (content: never) => Content },
    stored: Content,
    other: Content,
  ) {
    const content = rules.normalize(stored as never);
    const columns = csvColumns(rules.shape, listSizesOf(rules.shape, content));
    const cells = csvCells(columns, content);
    expect(applied(rules, columns, cells, content)).toEqual(content);
    expect(applied(rules, columns, cells, null)).toEqual(content);
    const wide = csvColumns(rules.shape, {
      ...listSizesOf(rules.shape, other),
      ...larger(rules, content, other),
    });
    expect(applied(rules, wide, csvCells(wide, content), rules.normalize(other as never))).toEqual(content);
  }

  const larger = (rules: { shape: Parameters<typeof csvColumns>[0] }, one: unknown, other: unknown) => {
    const sizes = listSizesOf(rules.shape, other);
    return Object.fromEntries(
      Object.entries(listSizesOf(rules.shape, one)).map(([list, size]) => [
        list,
        Math.max(size, sizes[list] ?? 0),
      ]),
    );
  };

  test("any phone comes back as it was, over itself, over nothing and over any other phone", () => {
    const pairs = deskPhones.chain((phone) => fc.tuple(fc.constant(phone), variantOf(phone, deskPhones)));
    fc.assert(fc.property(pairs, ([phone, other]) => roundTrip(phoneRules, phone, other)));
  });

  test("any phone button template comes back as it was", () => {
    fc.assert(
      fc.property(buttonTemplates, (template) => roundTrip(phoneButtonTemplateRules, template, template)),
    );
  });

  test("calling search spaces, remote clusters and directory numbers come back as they were", () => {
    const space = { name: "S", description: "=1", partitions: ["+one", "two"] };
    roundTrip(callingSearchSpaceRules, space, { ...space, partitions: ["three", "two", "one"] });
    const cluster = {
      name: "B",
      description: "",
      directoryNumbers: [
        { pattern: "+8251", name: "Kim" },
        { pattern: "0012", name: "" },
      ],
    };
    roundTrip(remoteClusterRules, cluster, { ...cluster, directoryNumbers: [] });
    const content = {
      pattern: "0012",
      partition: "Seoul",
      description: "",
      alertingName: "@home",
      forward: {
        all: { destination: "+8251", voiceMail: false },
        busy: { destination: null, voiceMail: true },
        noAnswer: { destination: null, voiceMail: false },
        unregistered: { destination: null, voiceMail: false },
      },
      noAnswerSeconds: 12,
      busyTrigger: 1,
      maxCalls: 2,
      callingSearchSpace: null,
    };
    roundTrip(directoryNumberRules, content, { ...content, maxCalls: 9, partition: null });
  });

  test("fields without a column stay, an empty cell empties what can be empty and else says nothing", () => {
    const before = deskPhone({ description: "Lobby", owner: "kim", devicePool: "Seoul" });
    const columns = header(["name", "owner", "devicePool", "dnd.status"]);
    expect(csvChange(columns, [before.name, "", "", ""], before)).toEqual({ name: before.name, owner: "" });
  });

  test("a file with columns for some lines changes those lines only; an empty line goes", () => {
    const line = (index: number) => ({
      index,
      directoryNumber: `200${index}`,
      partition: null,
      label: `L${index}`,
      displayName: "",
      busyTrigger: 1,
      maxCalls: 2,
    });
    const before = deskPhone({ lines: [line(1), line(2), line(3)] });
    const columns = header(["name", "lines.1.label", "lines.2.label"]);
    const after = applied(phoneRules, columns, [before.name, "Desk", ""], before) as PhoneContent;
    expect(after.lines).toEqual([{ ...line(1), label: "Desk" }, line(3)]);
  });

  test("flags as spreadsheets write them are understood, other words are left to the rules", () => {
    const columns = header(["name", "extensionMobility", "lines.1.directoryNumber"]);
    const change = (flag: string) =>
      csvChange(columns, ["SEP001122334455", flag, "1"], null).extensionMobility;
    expect(["TRUE", " t ", "Yes", "t"].map(change)).toEqual([true, true, true, true]);
    expect(["False", "F", "no"].map(change)).toEqual([false, false, false]);
    expect(["maybe", "1", "ja"].map(change)).toEqual(["maybe", "1", "ja"]);
  });

  test("a problem is told by the name of its column, whatever the order of the lines", () => {
    const columns = header([
      "name",
      "model",
      "lines.7.directoryNumber",
      "lines.2.directoryNumber",
      "dnd.option",
    ]);
    const row = ["SEP001122334455", "Cisco 8841", "x!", "2001", "Loud"];
    const candidate = phoneRules.normalize(newPhone(csvChange(columns, row, null)) as PhoneContent);
    const known = { exists: () => true, locale: () => undefined, phoneButtonTemplate: () => undefined };
    const found = phoneRules
      .validate(candidate, known)
      .map((problem) => csvColumnOf(phoneShape, problem, candidate));
    expect(found.sort()).toEqual(["dnd.option", "lines.7.directoryNumber"]);
  });
});

describe("softkey templates", () => {
  const { shape } = softkeyTemplateRules;
  const columns = csvColumns(shape);
  const at = (name: string) => columns.findIndex((column) => column.name === name);

  test("each call state is one column, its softkeys separated by spaces", () => {
    const names = columns.map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(["name", "description", "isDefault"]);
    expect(names.filter((name) => name.startsWith("callStates."))).toHaveLength(12);
    const cells = csvCells(columns, receptionTemplate());
    expect(cells[at("callStates.On Hook")]).toBe("Redial NewCall CFwdAll");
  });

  test("any template comes back from its cells as it was, empty call states and blank keys included", () => {
    fc.assert(
      fc.property(contents, (content) => {
        expect(csvChange(columns, csvCells(columns, content), null)).toEqual(content);
      }),
    );
  });

  test("more spaces than one change nothing, and what is wrong with a softkey is told of its column", () => {
    const onHook = columns[at("callStates.On Hook")];
    const change = csvChange(onHook ? [onHook] : [], ["  Redial  NewCall Recall "], null);
    expect(change).toEqual({ callStates: { "On Hook": ["Redial", "NewCall", "Recall"] } });
    const content = withPatch(receptionTemplate(), change);
    const problems = softkeyTemplateRules.read(content).problems;
    expect(problems.map(({ code }) => code)).toEqual(["unknownSoftkey"]);
    expect(problems.map((problem) => csvColumnOf(shape, problem, content))).toEqual(["callStates.On Hook"]);
  });
});
