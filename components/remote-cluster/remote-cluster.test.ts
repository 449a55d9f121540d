import { expect, test } from "vitest";
import { contentOfValues, emptyContent, valuesOf } from "@/components/console/object/object-values";
import { asTyped, problemsOf } from "@/components/console/object/use-object-form";
import { remoteCluster } from "@/components/remote-cluster/remote-cluster";
import type { Known } from "@/lib/configuration/known";

const known: Known = {
  exists: () => true,
  locale: () => undefined,
  phoneButtonTemplate: () => undefined,
};
const content = emptyContent(remoteCluster);

function placesOf(patterns: readonly string[]): unknown[] {
  const values = {
    ...valuesOf(remoteCluster, content),
    name: "Busan",
    directoryNumbers: patterns.map((pattern) => ({ pattern, name: "" })),
  };
  const problems = problemsOf(remoteCluster, contentOfValues(remoteCluster, content, values), known);
  return problems.map((problem) => asTyped(remoteCluster, values, problem).path);
}

test("a number that is wrong is told in the row where it is typed, wherever it will be stored", () => {
  expect(placesOf(["5001", "50 a"])).toEqual([["directoryNumbers", 1, "pattern"]]);
  expect(placesOf(["6001", "", "5001"])).toEqual([["directoryNumbers", 1, "pattern"]]);
  expect(placesOf(["6001", "5001", "6001"])).toEqual([["directoryNumbers", 2, "pattern"]]);
});
