import { expect, test } from "vitest";
import { conditionsOf, emptyRow, rowsOf } from "@/components/console/find-and-list/filter";
import type { ListField } from "@/components/console/find-and-list/types";

const fields: readonly ListField[] = [
  { name: "name", label: "Name" },
  { name: "isDefault", label: "Default", kind: "boolean" },
];

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
