import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { contentRules } from "@/lib/configuration/content-rules";
import { type ContentOf, contentShape, keyedList, valueAt } from "@/lib/configuration/content-shape";
import {
  choiceValue,
  descriptionValue,
  flagValue,
  nameValue,
  numberValue,
  optional,
  optionalReference,
  textValue,
} from "@/lib/configuration/content-values";
import { objectSchemas } from "@/lib/contract/object-schemas";

const shape = contentShape({
  name: nameValue,
  description: descriptionValue,
  type: choiceValue(["white", "black"]),
  remoteCluster: optionalReference,
  seconds: optional(numberValue(1, 9)),
  light: contentShape({ isOn: flagValue(false), colour: textValue(20) }),
  drawers: keyedList("place", contentShape({ place: numberValue(1, 4), label: textValue(5) }), 3),
});
type Desk = ContentOf<typeof shape>;

// References are told of by the kind that has them: a trunk has one to a remote cluster.
const { object, create, update } = objectSchemas(contentRules<Desk>("trunk", shape), {
  texts: { "light.colour": "Of the lamp", "drawers.label": "On its front", type: "Of its top" },
  fixed: ["type"],
});

const desk: Desk = {
  name: "Desk",
  description: "",
  type: "black",
  remoteCluster: null,
  seconds: 3,
  light: { isOn: true, colour: "red" },
  drawers: [{ place: 1, label: "pens" }],
};
const answered = {
  version: 1,
  usedByCount: 0,
  inheritedByCount: 0,
  updatedAt: "2026-01-01T00:00:00.000Z",
  updatedBy: "admin",
};

const isAccepted = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe("the schemas of a kind follow from the declaration of its fields:", () => {
  test("an answer has every field, and the type of the content", () => {
    const read = object.parse({ ...desk, ...answered });
    expect(read satisfies Desk).toEqual({ ...desk, ...answered });
    for (const field of Object.keys(desk)) {
      expect(isAccepted(object, { ...desk, ...answered, [field]: undefined }), field).toBe(false);
    }
  });

  test("one is made with the fields that have no default; others may be left out, within items too", () => {
    expect(isAccepted(create, { name: "Desk", type: "white" })).toBe(true);
    expect(isAccepted(create, { name: "Desk" })).toBe(false);
    expect(isAccepted(create, { name: "Desk", type: "white", drawers: [{ place: 2 }] })).toBe(true);
    expect(isAccepted(create, { name: "Desk", type: "white", drawers: [{ label: "pens" }] })).toBe(false);
  });

  test("a change names its version and any of the fields, of records in part", () => {
    expect(isAccepted(update, { version: 1 })).toBe(true);
    expect(isAccepted(update, { version: 1, light: { isOn: false } })).toBe(true);
    expect(isAccepted(update, { name: "Desk" })).toBe(false);
    expect(isAccepted(update, { ...answered, version: 1, usedByCount: 7 })).toBe(true);
  });

  test.each([
    { type: "red" },
    { name: null },
    { seconds: "3" },
    { seconds: 1.5 },
    { light: { isOn: "yes" } },
    { light: { bulb: 1 } },
    { drawers: [{ place: 1, key: 1 }] },
    { chair: 1 },
  ])("%j is refused: values have their types, and there is no other field", (fields) => {
    expect(isAccepted(update, { version: 1, ...fields })).toBe(false);
  });

  test("limits are told and left to the rules, whose words are better", () => {
    expect(isAccepted(update, { version: 1, seconds: 10, name: "" })).toBe(true);
  });
});

/** What is said of a field of a body, in JSON Schema. */
function said(schema: z.ZodType, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, step) => valueAt(inner, ["properties", step]) ?? valueAt(inner, ["items", "properties", step]),
    schema.toJSONSchema({ unrepresentable: "any" }),
  );
}

describe("what is said of a field", () => {
  test.each([
    ["name", { description: expect.stringMatching(/^1 to 50 characters without .*; unique, letter case/) }],
    ["remoteCluster", { description: "Name of a remote cluster, or null" }],
    ["seconds", { description: "1 to 9" }],
    ["type", { description: "Of its top", enum: ["white", "black"] }],
    ["light.colour", { description: "Of the lamp; at most 20 characters" }],
    ["drawers.place", { description: "1 to 4" }],
    ["drawers.label", { description: "On its front; at most 5 characters" }],
  ])("of %s is the kind's sentence and what follows from its declaration", (path, wanted) => {
    expect(said(object, ...path.split("."))).toMatchObject(wanted);
  });

  test("of one that is chosen when the object is made tells so to who changes it", () => {
    expect(said(update, "type")).toMatchObject({ description: "Of its top; cannot be changed" });
    expect(said(create, "type")).toMatchObject({ description: "Of its top" });
  });
});
