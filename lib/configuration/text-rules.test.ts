import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Declaration } from "@/lib/configuration/content-rules";
import { shapeAt } from "@/lib/configuration/content-shape";
import { ctiRoutePointRules } from "@/lib/configuration/cti-route-point";
import { deviceProfileRules } from "@/lib/configuration/device-profile";
import { directoryNumberRules } from "@/lib/configuration/directory-number";
import { phoneRules } from "@/lib/configuration/phone";
import { phoneButtonTemplateRules } from "@/lib/configuration/phone-button-template";
import { lineShape } from "@/lib/configuration/phone-lines";
import { softkeyTemplateRules } from "@/lib/configuration/softkey-template-rules";
import {
  checkDescription,
  checkName,
  forbiddenCharacters,
  nameKey,
  normalizeText,
} from "@/lib/configuration/text-rules";
import { trunkRules } from "@/lib/configuration/trunk";

function codes(problems: readonly { code: string }[]): string[] {
  return problems.map((problem) => problem.code);
}

describe("[SK-02] a name", () => {
  test("has 1 to 50 characters, counted as code points after trimming and composing", () => {
    expect(checkName("a")).toEqual([]);
    expect(checkName(`  ${"a".repeat(50)}  `)).toEqual([]);
    expect(checkName("😀".repeat(50))).toEqual([]);
    expect(checkName("e\u0301".repeat(50))).toEqual([]);
    expect(checkName("a".repeat(51))).toEqual([
      { path: ["name"], code: "nameTooLong", params: { limit: 50, length: 51 } },
    ]);
    expect(codes(checkName("   "))).toEqual(["required"]);
    expect(codes(checkName(undefined))).toEqual(["required"]);
  });

  test.each([...forbiddenCharacters])("must not contain %s", (character) => {
    expect(codes(checkName(`Lobby ${character} 2`))).toEqual(["forbiddenCharacters"]);
  });

  test("may contain any language and the other punctuation", () => {
    for (const name of ["콜백 사용자", "Réception", "受付", "Lobby (2)/#3 - 'main'", "...", ".a"]) {
      expect(checkName(name)).toEqual([]);
    }
  });

  test("must not be one that a URL path swallows", () => {
    expect(codes(checkName("."))).toEqual(["nameReserved"]);
    expect(codes(checkName(" .. "))).toEqual(["nameReserved"]);
  });

  test("with control characters, line separators or lone surrogates is refused", () => {
    for (const name of ["a\u0000b", "a\tb", "a\nb", "a\u2028b", "a\u0085b"]) {
      expect(codes(checkName(name))).toEqual(["controlCharacters"]);
    }
    expect(codes(checkName("a\ud800"))).toEqual(["brokenCharacters"]);
    expect(codes(checkName("\udc00a"))).toEqual(["brokenCharacters"]);
  });

  test("may not turn the direction of what is shown after it, but may be written from right to left", () => {
    for (const turning of ["\u202A", "\u202E", "\u2066", "\u2069"])
      expect(codes(checkName(`SEP${turning}41`))).toEqual(["controlCharacters"]);
    expect(checkName("\u200Fמרכזייה")).toEqual([]);
  });

  test("tells everything that is wrong at once", () => {
    expect(codes(checkName(`<${"a".repeat(10_000)}\u0007`))).toEqual([
      "nameTooLong",
      "forbiddenCharacters",
      "controlCharacters",
    ]);
  });

  test("of another type is refused", () => {
    for (const name of [null, 3, true, {}, ["Reception"]])
      expect(codes(checkName(name))).toEqual(["wrongType"]);
  });
});

test("a description has at most 50 characters, may be empty, and knows the same forbidden characters", () => {
  expect(checkDescription("")).toEqual([]);
  expect(checkDescription("a".repeat(50))).toEqual([]);
  expect(checkDescription("a".repeat(51))).toEqual([
    { path: ["description"], code: "descriptionTooLong", params: { limit: 50, length: 51 } },
  ]);
  expect(codes(checkDescription("50 % off"))).toEqual(["forbiddenCharacters"]);
  expect(codes(checkDescription(undefined))).toEqual(["wrongType"]);
});

test("names that differ only in letter case, in spaces around or in composition have the same key", () => {
  const same = [
    ["Reception", "RECEPTION"],
    ["Straße", "STRASSE"],
    ["STRAẞE", "Straße"],
    ["ΟΔΟΣ", "οδος"],
    [" Lobby ", "lobby"],
    ["Re\u0301ception", "Réception"],
  ] as const;
  for (const [one, other] of same) expect(nameKey(one)).toBe(nameKey(other));
  expect(nameKey("Lobby 1")).not.toBe(nameKey("Lobby 2"));
});

test("whatever the text, normalising and keys are stable and the checks answer instead of throwing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      expect(normalizeText(normalizeText(text))).toBe(normalizeText(text));
      expect(nameKey(nameKey(text))).toBe(nameKey(text));
      expect(nameKey(normalizeText(text))).toBe(nameKey(text));
      expect(checkName(normalizeText(text))).toEqual(
        normalizeText(text) === "" ? checkName("") : checkName(text),
      );
      expect(Array.isArray(checkDescription(text))).toBe(true);
    }),
  );
});

test("what files of Unified CM hold fits: numbers, line texts, and descriptions of numbers, devices and templates", () => {
  const lengthOf = (rules: Declaration, ...path: string[]) => {
    const shape = shapeAt(rules.shape, path);
    return shape?.kind === "value" && shape.facts.type === "text" ? shape.facts.maximum : undefined;
  };
  expect(lengthOf(directoryNumberRules, "pattern")).toBe(255);
  expect(lengthOf(directoryNumberRules, "description")).toBe(200);
  for (const rules of [phoneRules, deviceProfileRules, ctiRoutePointRules, trunkRules]) {
    expect(lengthOf(rules, "description")).toBe(128);
  }
  for (const rules of [softkeyTemplateRules, phoneButtonTemplateRules]) {
    expect(lengthOf(rules, "description")).toBe(128);
  }
  expect(lineShape.fields.label.facts).toMatchObject({ maximum: 120 });
  expect(lineShape.fields.displayName.facts).toMatchObject({ maximum: 120 });
});
