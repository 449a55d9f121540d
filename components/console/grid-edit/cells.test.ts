import { expect, test } from "vitest";
import {
  cellProblems,
  fieldsOfTexts,
  pastedText,
  shownText,
  storedText,
  type ValueWords,
} from "@/components/console/grid-edit/cells";
import { updateFields } from "@/components/console/object/update-fields";
import { directoryNumberRules } from "@/lib/configuration/directory-number";
import { phoneRules } from "@/lib/configuration/phone";

const words: ValueWords = {
  choice: (_, id) => (id === "Call Reject" ? "통화 거부" : id),
  flag: (isOn) => (isOn ? "예" : "아니요"),
  none: "< 없음 >",
};
function fieldOf(rules: Parameters<typeof updateFields>[0], path: string) {
  const field = updateFields(rules).find(({ column }) => column.name === path);
  if (!field) throw new Error(`${path} cannot be given`);
  return field;
}
const description = fieldOf(phoneRules, "description");
const option = fieldOf(phoneRules, "dnd.option");
const status = fieldOf(phoneRules, "dnd.status");
const template = fieldOf(phoneRules, "softkeyTemplate");

test("a cell shows a value in words, and pasted words mean the value again, in any letter case", () => {
  const shown = [
    [option, "Call Reject"],
    [status, "true"],
    [status, "false"],
    [template, ""],
    [template, "Standard User"],
    [description, ""],
  ] as const;
  const texts = shown.map(([field, text]) => shownText(field, text, words));
  expect(texts).toEqual(["통화 거부", "예", "아니요", "< 없음 >", "Standard User", ""]);
  expect(shown.map(([field], place) => pastedText(field, texts[place] ?? "", words))).toEqual(
    shown.map(([, text]) => text),
  );
});

test("what files have is understood too; what is no value stays as it was pasted, and is wrong", () => {
  expect(pastedText(option, "call reject", words)).toBe("Call Reject");
  expect(["T", "no", "예"].map((text) => pastedText(status, text, words))).toEqual(["true", "false", "true"]);
  expect(pastedText(option, "nothing", words)).toBe("nothing");
  expect(cellProblems(phoneRules, option, "nothing")).toHaveLength(1);
  expect(cellProblems(phoneRules, status, "perhaps")).toHaveLength(1);
});

test("texts are sent as fields, also one that a spreadsheet would take for a formula", () => {
  const stored = { description: "=Lobby", dnd: { status: true }, softkeyTemplate: null };
  expect([description, status, template].map((field) => storedText(field, stored))).toEqual([
    "=Lobby",
    "true",
    "",
  ]);
  expect(fieldsOfTexts([description, status], ["'=Hall", "false"])).toEqual({
    description: "'=Hall",
    dnd: { status: false },
  });
});

test("what a field cannot be is told at its cell: too long, out of range, empty", () => {
  expect(cellProblems(phoneRules, description, "x".repeat(128))).toEqual([]);
  expect(cellProblems(phoneRules, description, "x".repeat(129))).toMatchObject([
    { code: "descriptionTooLong" },
  ]);
  expect(cellProblems(phoneRules, fieldOf(phoneRules, "devicePool"), "")).toMatchObject([
    { code: "required" },
  ]);
  const trigger = fieldOf(directoryNumberRules, "busyTrigger");
  for (const text of ["0", "many"]) {
    expect(cellProblems(directoryNumberRules, trigger, text)).toMatchObject([{ code: "outOfRange" }]);
  }
});
