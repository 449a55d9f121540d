import { expect, test } from "vitest";
import {
  buttonFeatureCatalogue,
  buttonFeatureKey,
  buttonFeatures,
  isButtonFeature,
} from "@/lib/catalog/button-features";

test("[BT-03] there are 51 features, each listed once under its own name", () => {
  expect(buttonFeatures).toHaveLength(51);
  expect(new Set(buttonFeatures).size).toBe(51);
  for (const feature of buttonFeatures) expect(buttonFeatureCatalogue[feature].name).toBe(feature);
});

test("[BT-04] CallBack is assignable, needs no data of the phone and is 134 in both numberings", () => {
  expect(buttonFeatureCatalogue.CallBack).toMatchObject({
    featureId: 134,
    sccpButtonType: 134,
    group: "assignable",
    data: null,
  });
});

test("the numbers of two features never coincide", () => {
  for (const number of ["featureId", "sccpButtonType"] as const) {
    const known = buttonFeatures.map((feature) => buttonFeatureCatalogue[feature][number]);
    const given = known.filter((value) => value !== null);
    expect(new Set(given).size).toBe(given.length);
  }
});

test("only the exact names are features, no prototype key is", () => {
  expect(buttonFeatures.every(isButtonFeature)).toBe(true);
  for (const other of ["callback", "Line ", "", "__proto__", "constructor", null, 9, ["Line"]]) {
    expect(isButtonFeature(other)).toBe(false);
  }
});

test("message keys of features are distinct and safe in a message path", () => {
  const keys = buttonFeatures.map(buttonFeatureKey);
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(key).not.toContain(".");
  expect(buttonFeatureKey("Speed Dial")).toBe("speedDial");
});
