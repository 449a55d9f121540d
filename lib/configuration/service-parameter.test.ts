import { expect, test } from "vitest";
import {
  checkServiceParameterChange,
  initialServiceParameters,
  type ServiceParameterValue,
  serviceParameterRules,
} from "@/lib/configuration/service-parameter";
import { known, places } from "@/lib/configuration/testing/cluster";

function problemsOf(name: string, value: ServiceParameterValue): string[] {
  return places(serviceParameterRules.validate({ name, value }, known));
}

test("every parameter's default is one of its values", () => {
  for (const { name, value } of initialServiceParameters) expect(problemsOf(name, value)).toEqual([]);
});

test.each([
  ["Callback Recall Timer (T3)", 9, "value outOfRange"],
  ["Callback Recall Timer (T3)", 181, "value outOfRange"],
  ["Callback Recall Timer (T3)", 20.5, "value wrongType"],
  ["Callback Recall Timer (T3)", "soon", "value wrongType"],
  ["Callback Enabled Flag", "on", "value wrongType"],
  ["Callback Enabled Flag", 1, "value wrongType"],
  ["Callback Selection Policy", "random", "value unknownValue"],
  ["Callback Notification Audio File Name", "a".repeat(256), "value tooLong"],
  ["Callback Calling Search Space", "No such", "value unknownReference"],
  ["Callback Recall Timer", 20, "name unknownValue"],
])("%s cannot be %j", (name, value, problem) => {
  expect(problemsOf(name, value)).toEqual([problem]);
});

test.each([
  ["Callback Recall Timer (T3)", " 30 ", 30],
  ["Callback Enabled Flag", "False", false],
  ["Callback Enabled Flag", "true", true],
  ["Callback Calling Search Space", "<None>", null],
  ["Callback Selection Policy", " oneAtATime", "oneAtATime"],
] as const)("%s may be sent as the text %j and is stored as the value", (name, text, value) => {
  expect(problemsOf(name, text)).toEqual([]);
  expect(serviceParameterRules.normalize({ name, value: text })).toEqual({ name, value });
});

test("the value of another parameter is never taken for a calling search space", () => {
  expect(problemsOf("Callback Notification Audio File Name", "No such.raw")).toEqual([]);
});

test("a parameter keeps its name", () => {
  const before = { name: "Callback Guard Time", value: 0 };
  expect(places(checkServiceParameterChange(before, { ...before, name: "Guard" }))).toEqual([
    "name readOnlyField",
  ]);
  expect(checkServiceParameterChange(before, { ...before, value: 5 })).toEqual([]);
});
