import { expect, test } from "vitest";
import {
  conditionsOf,
  emptyRow,
  operatorsOf,
  rowsOf,
  withField,
  withOperator,
} from "@/components/console/find-and-list/filter";
import type { ListField } from "@/components/console/find-and-list/types";

const name: ListField = { name: "name", label: "Name" };
const isDefault: ListField = {
  name: "isDefault",
  label: "Default",
  choices: [
    { id: "true", label: "Yes" },
    { id: "false", label: "No" },
  ],
};
const reason: ListField = {
  name: "reason",
  label: "End reason",
  choices: [{ id: "linkLost", label: "link lost" }],
  operators: ["isExactly", "isEmpty", "isNotEmpty"],
};
const seconds: ListField = { name: "seconds", label: "Seconds", operators: ["isExactly"] };
const fields = [name, isDefault, reason, seconds];

test("[SK-03] search rows become conditions and conditions become the same rows again", () => {
  const conditions = ["name:beginsWith:Std", "isDefault:isExactly:true", "name:isEmpty:"];
  expect(conditionsOf(rowsOf(conditions, fields))).toEqual(conditions);
});

test("[SK-03] the text is all after the second colon", () => {
  const [row] = rowsOf(["name:contains:a:b:c"], fields);
  expect(row).toMatchObject({ operator: "contains", text: "a:b:c" });
});

test("[SK-03] a row without text finds everything, so it is no condition", () => {
  expect(conditionsOf([{ ...emptyRow(fields, 0), text: "  " }])).toEqual([]);
});

test("[SK-03] text left over from another operator is not sent with is empty", () => {
  expect(conditionsOf([{ id: 0, field: "name", operator: "isNotEmpty", text: "old" }])).toEqual([
    "name:isNotEmpty:",
  ]);
});

test("an address with fields or operators that do not exist is read without them", () => {
  expect(rowsOf(["nothing:contains:x", "name:__proto__:x", "name", ""], fields)).toEqual([]);
});

test("a field whose values are few starts with one of them, and is compared as a whole", () => {
  expect(emptyRow([isDefault], 3)).toEqual({
    id: 3,
    field: "isDefault",
    operator: "isExactly",
    text: "true",
  });
  expect([operatorsOf(isDefault), operatorsOf(seconds)]).toEqual([["isExactly"], ["isExactly"]]);
  expect(operatorsOf(reason)).toContain("isEmpty");
  expect(operatorsOf(name)[0]).toBe("beginsWith");
});

test("with another field a typed text stays where one is typed again, and goes where a value is chosen", () => {
  const typed = { id: 1, field: "name", operator: "contains", text: "12" } as const;
  expect(withField(typed, name, seconds)).toEqual({
    id: 1,
    field: "seconds",
    operator: "isExactly",
    text: "12",
  });
  expect(withField(typed, name, reason)).toEqual({
    id: 1,
    field: "reason",
    operator: "isExactly",
    text: "linkLost",
  });
  const chosen = withField(typed, name, reason);
  expect(withField(chosen, reason, name)).toEqual({ id: 1, field: "name", operator: "beginsWith", text: "" });
});

test("what an address asked otherwise becomes a choice when one is wanted, a choice in other letter case stays", () => {
  const part = { id: 1, field: "reason", operator: "contains", text: "lost" } as const;
  expect(withOperator(part, reason, "isExactly").text).toBe("linkLost");
  expect(withOperator({ ...part, text: "LINKLOST" }, reason, "isExactly").text).toBe("LINKLOST");
  expect(withOperator(part, reason, "isEmpty")).toMatchObject({ operator: "isEmpty" });
});
