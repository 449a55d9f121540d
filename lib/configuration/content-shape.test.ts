import { describe, expect, test } from "vitest";
import { completed, initialContent, sameContent, withPatch } from "@/lib/configuration/content-patch";
import {
  type ContentOf,
  contentShape,
  keyedList,
  normalizeContent,
  storedOrder,
  validateContent,
} from "@/lib/configuration/content-shape";
import {
  choiceValue,
  flagValue,
  nameValue,
  numberValue,
  optional,
  optionalReference,
  referencesValue,
  textValue,
} from "@/lib/configuration/content-values";
import { places } from "@/lib/configuration/testing/cluster";

const shape = contentShape({
  name: nameValue,
  colour: choiceValue(["white", "black"], "white"),
  light: contentShape({ isOn: flagValue(false), level: optional(numberValue(1, 9)) }),
  drawers: keyedList("place", contentShape({ place: numberValue(1, 4), label: textValue(5) }), 3),
  keys: referencesValue(2),
});
type Desk = ContentOf<typeof shape>;

const desk: Desk = {
  name: "Desk",
  colour: "black",
  light: { isOn: true, level: 3 },
  drawers: [{ place: 1, label: "pens" }],
  keys: ["A"],
};

describe("a candidate", () => {
  test("that has every field and keeps every rule is valid", () => {
    expect(validateContent(shape, desk)).toEqual([]);
  });

  test("is told everything that is wrong at once, each at its place", () => {
    const problems = validateContent(shape, {
      colour: "red",
      light: { isOn: "yes", level: 10, bulb: 1 },
      drawers: [{ place: 1, label: "too long" }, { place: 5, label: "" }, 7],
      keys: ["A", " a ", ""],
      legs: 4,
    });
    expect(places(problems)).toEqual([
      "legs unknownField",
      "name required",
      "colour unknownValue",
      "light.bulb unknownField",
      "light.isOn wrongType",
      "light.level outOfRange",
      "drawers.0.label tooLong",
      "drawers.1.place outOfRange",
      "drawers.2 wrongType",
      "keys tooMany",
      "keys.1 duplicate",
    ]);
  });

  test("has each key of a list once", () => {
    const drawers = [desk.drawers[0], { place: 1, label: "ink" }];
    expect(places(validateContent(shape, { ...desk, drawers }))).toEqual(["drawers.1.place duplicate"]);
  });

  test("of a huge list costs no more than a full one", () => {
    const drawers = new Array(100_000).fill({ place: 9, label: "x".repeat(1000) });
    expect(validateContent(shape, { ...desk, drawers }).length).toBeLessThan(10);
    const manyFields = Object.fromEntries(drawers.slice(0, 10_000).map((_, index) => [`field${index}`, 1]));
    expect(validateContent(shape, { ...desk, ...manyFields })).toHaveLength(20);
  });
});

test("numbers must be whole numbers within their range", () => {
  for (const [value, code] of [
    [1.5, "wrongType"],
    [Number.NaN, "wrongType"],
    [Number.POSITIVE_INFINITY, "wrongType"],
    ["3", "wrongType"],
    [0, "outOfRange"],
  ] as const) {
    expect(validateContent(numberValue(1, 9), value)).toMatchObject([{ code }]);
  }
});

test("an empty text is no reference, and is stored as none", () => {
  expect(validateContent(optionalReference, " ")).toEqual([]);
  expect(normalizeContent(optionalReference, " ")).toBeNull();
  expect(normalizeContent(optionalReference, " Seoul ")).toBe("Seoul");
});

test("contents are stored with texts trimmed and lists in the order of their keys", () => {
  const typed = {
    ...desk,
    name: " Desk ",
    drawers: [
      { place: 3, label: " ink" },
      { place: 1, label: "pens" },
    ],
  };
  expect(normalizeContent(shape, typed)).toEqual({
    ...desk,
    drawers: [
      { place: 1, label: "pens" },
      { place: 3, label: "ink" },
    ],
  });
});

describe("a patch", () => {
  test("merges records, replaces lists and keeps what it does not name", () => {
    expect(withPatch(desk, { light: { level: null }, drawers: [], colour: undefined })).toEqual({
      ...desk,
      light: { isOn: true, level: null },
      drawers: [],
    });
  });

  test("with prototype keys changes no prototype", () => {
    const patched = withPatch(
      desk,
      JSON.parse('{ "__proto__": { "isOn": 1 }, "light": { "__proto__": 2 } }'),
    );
    expect(Object.getPrototypeOf(patched)).toBe(Object.prototype);
    expect(places(validateContent(shape, patched))).toEqual([
      "__proto__ unknownField",
      "light.__proto__ unknownField",
    ]);
  });
});

test("a new object has the defaults, in the items of its lists too, and lacks what must be given", () => {
  expect(initialContent(shape)).toEqual({
    colour: "white",
    light: { isOn: false, level: null },
    drawers: [],
    keys: [],
  });
  expect(completed(shape, { name: "New", drawers: [{ place: 2 }] })).toEqual({
    name: "New",
    colour: "white",
    light: { isOn: false, level: null },
    drawers: [{ place: 2, label: "" }],
    keys: [],
  });
});

test("contents are the same when all of their values are", () => {
  expect(sameContent(desk, structuredClone(desk))).toBe(true);
  for (const other of [
    { ...desk, keys: [] },
    { ...desk, extra: 1 },
    { ...desk, keys: ["B"] },
    null,
    [desk],
  ]) {
    expect(sameContent(desk, other)).toBe(false);
  }
});

test("the place of each stored item of a list is known, also while items are typed in any order", () => {
  const { drawers } = shape.fields;
  if (drawers?.kind !== "list") throw new Error("drawers are a list");
  const typed = [3, 1, 2].map((place) => ({ place, label: "" }));
  expect(storedOrder(drawers, typed)).toEqual([1, 2, 0]);
  const stored = normalizeContent(shape, { ...desk, drawers: typed }).drawers;
  expect(storedOrder(drawers, typed).map((position) => typed[position])).toEqual(stored);
});
