import { expect, test } from "vitest";
import { callStates } from "@/lib/catalog/call-states";
import { fallbackSoftkeyTemplate, standardSoftkeyTemplates } from "@/lib/catalog/standard-softkey-templates";

test("[SK-02] there are ten standard templates to copy, with distinct names", () => {
  const names = standardSoftkeyTemplates.map((template) => template.name);
  expect(names).toHaveLength(10);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(10);
});

test("[SK-04] Standard User is the one that applies while none is marked default", () => {
  expect(standardSoftkeyTemplates[0]?.name).toBe(fallbackSoftkeyTemplate);
});

test("[SK-01] CallBack is in no standard template", () => {
  for (const { layout } of standardSoftkeyTemplates) {
    expect(callStates.filter((state) => layout[state].includes("CallBack"))).toEqual([]);
  }
});

test("a layout that the reference lacks is Standard User's", () => {
  const [user, ...others] = standardSoftkeyTemplates;
  const own = others.filter((template) => template.layout !== user?.layout).map((template) => template.name);
  expect(own).toEqual(["Standard Feature", "Standard Protected Phone"]);
});
