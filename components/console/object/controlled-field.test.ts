import { describe, expect, test } from "vitest";
import { controlledField } from "@/components/console/object/controlled-field";
import { describedColumn, searchedField } from "@/components/console/object/described-columns";
import type { AnyField } from "@/components/console/object/object-fields";
import { trunkTypes } from "@/lib/catalog/trunk-types";
import type { Declaration } from "@/lib/configuration/content-rules";
import { directoryNumberRules } from "@/lib/configuration/directory-number";
import { phoneRules } from "@/lib/configuration/phone";
import { trunkRules } from "@/lib/configuration/trunk";

const Editor = () => null;

describe("the control of a field follows from its declaration:", () => {
  test.each<[string, Declaration, Partial<AnyField>]>([
    ["name", trunkRules, { control: "text", maximum: 50, isRequired: true, isMonospace: false }],
    ["description", phoneRules, { control: "text", maximum: 128, isRequired: false }],
    ["pattern", directoryNumberRules, { control: "text", maximum: 255, isRequired: true, isMonospace: true }],
    [
      "noAnswerSeconds",
      directoryNumberRules,
      { control: "number", minimum: 1, maximum: 300, isRequired: true },
    ],
    ["type", trunkRules, { control: "choice", isOptional: false, isRequired: true }],
    ["dnd.option", phoneRules, { control: "choice", isRequired: false }],
    ["dnd.status", phoneRules, { control: "flag", isRequired: false }],
    ["devicePool", phoneRules, { control: "reference", to: "devicePool", isRequired: true }],
    ["partition", directoryNumberRules, { control: "reference", to: "partition", isRequired: false }],
  ])("%s", (path, rules, wanted) => {
    expect(controlledField(rules, path)).toMatchObject({ path, ...wanted });
  });

  test("[PR-02] a locale is offered where its kind fits", () => {
    const offered = ["userLocale", "networkLocale"].map((path) => {
      const field = controlledField(phoneRules, path);
      return field.control === "reference" ? field.where?.({}) : undefined;
    });
    expect(offered).toEqual([["kind:isExactly:user"], ["kind:isExactly:network"]]);
  });

  test("what a page says of a field is added, and its own editor takes the place of the control", () => {
    expect(controlledField(trunkRules, { path: "type", words: "catalogue.trunkType" })).toMatchObject({
      control: "choice",
      words: "catalogue.trunkType",
    });
    expect(controlledField(phoneRules, { path: "lines", Editor, isWide: true })).toEqual({
      path: "lines",
      control: "custom",
      isWide: true,
      Editor,
    });
  });

  test.each(["lines", "dnd", "expansionModules", "colour"])(
    "%s has no usual control: that a page forgot its editor is said when it is made",
    (path) => {
      expect(() => controlledField(phoneRules, path)).toThrow("Editor");
    },
  );
});

test("columns of numbers are set as such, and those that name an object lead to it", () => {
  expect(describedColumn(directoryNumberRules, "maxCalls")).toEqual({ field: "maxCalls", isNumber: true });
  expect(describedColumn(directoryNumberRules, "partition")).toEqual({ field: "partition", to: "partition" });
  expect(describedColumn(phoneRules, "lines")).toEqual({ field: "lines" });
});

test("a flag is searched with Yes and No, a choice with its choices, a number as a whole, other fields by what they hold", () => {
  expect(searchedField(trunkRules, "throughCube")).toEqual({
    field: "throughCube",
    choices: ["true", "false"],
  });
  expect(searchedField(trunkRules, "type")).toEqual({ field: "type", choices: trunkTypes });
  expect(searchedField(directoryNumberRules, "maxCalls")).toEqual({
    field: "maxCalls",
    operators: ["isExactly"],
  });
  expect(searchedField(phoneRules, "description")).toEqual({ field: "description" });
});
