import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { configurationRules } from "@/lib/configuration/configuration-rules";
import { completed, initialContent, withItemDefaults, withPatch } from "@/lib/configuration/content-patch";
import { copiedPhone, newPhone } from "@/lib/configuration/new-phone";
import {
  checkPhoneButtonTemplateCopy,
  copiedPhoneButtonTemplate,
} from "@/lib/configuration/phone-button-template";
import { problemCodes } from "@/lib/configuration/problem";
import { referencesIn } from "@/lib/configuration/references";
import { buttonTemplate, deskPhone, known } from "@/lib/configuration/testing/cluster";

const everyRules = Object.values(configurationRules);
const fieldNames = [...new Set(everyRules.flatMap(({ shape }) => Object.keys(shape.fields)))];

function codesOf(value: unknown): string[] {
  return everyRules.flatMap(({ validate }) => validate(value, known).map(({ code }) => code));
}

describe.each(everyRules)("the rules of a $kind", ({ kind, shape, validate, normalize }) => {
  test("refuse whatever is not an object", () => {
    for (const value of [null, 3, true, "x", [], () => shape]) {
      expect(validate(value, known).map(({ code }) => code)).toEqual(["wrongType"]);
    }
    expect(validate(undefined, known).map(({ code }) => code)).toEqual(["required"]);
  });

  test("do not take prototype keys for fields", () => {
    const inherited = Object.create(initialContent(shape) as object);
    expect(validate(inherited, known).map(({ code }) => code)).toContain("required");
    const own: unknown = JSON.parse('{ "__proto__": 1, "constructor": 2 }');
    expect(validate(own, known).filter(({ code }) => code === "unknownField")).toHaveLength(2);
  });

  test("never throw, and every problem has a known code and a plain path", () => {
    const keys = fc.oneof(
      fc.constantFrom(...Object.keys(shape.fields), "index", "position", "__proto__"),
      fc.string(),
    );
    const values = fc.anything({ key: keys, maxDepth: 3, withNullPrototype: true, withSparseArray: true });
    const records = fc.dictionary(keys, values);
    fc.assert(
      fc.property(fc.oneof(values, records), (value) => {
        const candidate = withPatch(initialContent(shape), value);
        for (const problem of [...validate(value, known), ...validate(candidate, known)]) {
          expect(problemCodes).toContain(problem.code);
          expect(JSON.parse(JSON.stringify(problem))).toEqual(problem);
        }
        referencesIn(kind, value);
        normalize(value as never);
      }),
      { numRuns: 50 },
    );
  });
});

test("huge input is refused with few and short problems", () => {
  const huge = "a".repeat(10_000);
  const list = new Array(100_000).fill(huge);
  const everything = Object.fromEntries([...fieldNames, huge].map((field) => [field, list]));
  const texts = Object.fromEntries(fieldNames.map((field) => [field, huge]));
  for (const { validate } of everyRules) {
    for (const value of [everything, texts]) {
      const problems = validate(value, known);
      expect(problems.length).toBeLessThan(350);
      expect(JSON.stringify(problems).length).toBeLessThan(100_000);
    }
  }
});

test("deep input does not exhaust the stack", () => {
  let deep: unknown = {};
  for (let level = 0; level < 50_000; level++) deep = { dnd: deep, forward: deep, lines: [deep] };
  expect(codesOf(deep).length).toBeGreaterThan(0);
  expect(newPhone(deep)).toBeDefined();
});

test("candidates for new objects and copies are made of anything without throwing", () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true }), fc.constantFrom(...fieldNames), (value, field) => {
      for (const given of [value, { [field]: value }]) {
        newPhone(given);
        copiedPhone(deskPhone(), given);
        copiedPhoneButtonTemplate(buttonTemplate(), given);
        checkPhoneButtonTemplateCopy(buttonTemplate(), given);
        for (const { shape } of everyRules) completed(shape, withItemDefaults(shape, given));
      }
    }),
  );
});
