import { expect, test } from "vitest";
import { patchProblems } from "@/lib/configuration/patch-problems";
import { phoneRules } from "@/lib/configuration/phone";

const told = (patch: unknown) =>
  patchProblems(phoneRules.shape, patch, ["name"]).map(({ path, code }) => `${path.join(".")} ${code}`);

test("fields for many objects are checked by their own rules; records may be given in part", () => {
  expect(told({ description: "Lobby", dnd: { status: true }, softkeyTemplate: null })).toEqual([]);
  expect(told({ lines: [{ index: 1, directoryNumber: "2001" }] })).toEqual([]);
});

test("unknown fields, naming fields and bad values are told, whatever is given", () => {
  expect(told({ name: "SEP001122334455" })).toEqual(["name readOnlyField"]);
  expect(told({ colour: "red", dnd: { loud: true, option: 1 } })).toEqual([
    "colour unknownField",
    "dnd.loud unknownField",
    "dnd.option wrongType",
  ]);
  expect(told({ description: "x".repeat(129) })).toEqual(["description descriptionTooLong"]);
  expect(told({})).toEqual([" required"]);
  for (const patch of [null, [], "x", 1]) expect(told(patch)).toEqual([" wrongType"]);
  expect(told(JSON.parse('{"__proto__": 1}'))).toEqual(["__proto__ unknownField"]);
});
