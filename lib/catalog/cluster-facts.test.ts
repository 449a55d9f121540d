import { describe, expect, test } from "vitest";
import { commonDeviceConfigurationFields } from "@/lib/catalog/common-device-configuration-fields";
import { expansionModules, expansionRule, isExpansionModule } from "@/lib/catalog/expansion-modules";
import { isBuiltInLocale, standardLocales } from "@/lib/catalog/locales";
import { phoneModel, phoneModels } from "@/lib/catalog/phone-models";
import { phoneNameRule } from "@/lib/catalog/phone-names";
import { serviceParameter, serviceParameters } from "@/lib/catalog/service-parameters";
import { trunkCatalogue, trunkTypes } from "@/lib/catalog/trunk-types";

test("[PR-02] English is always installed, Korean in the demonstration only", () => {
  const installedIn = (seed: "demo" | "empty") =>
    standardLocales.filter((locale) => locale.installedIn.includes(seed)).map((locale) => locale.name);
  expect(installedIn("demo")).toEqual(standardLocales.map((locale) => locale.name));
  expect(installedIn("empty")).toEqual(["English United States", "United States"]);
  expect(standardLocales.map((locale) => locale.name)).toContain("Korean Korea Republic");
  expect(installedIn("empty").every(isBuiltInLocale)).toBe(true);
});

describe("service parameters", () => {
  test("have distinct names and a default within their own range or choices", () => {
    expect(new Set(serviceParameters.map(({ name }) => name)).size).toBe(serviceParameters.length);
    for (const parameter of serviceParameters) {
      if (parameter.type === "choice") expect(parameter.choices).toContain(parameter.default);
      if (parameter.type !== "number") continue;
      expect(parameter.default).toBeGreaterThanOrEqual(parameter.minimum);
      expect(parameter.default).toBeLessThanOrEqual(parameter.maximum);
    }
  });

  test("[IN-01] the recall timer is 20 seconds, 10 to 180", () => {
    expect(serviceParameter("Callback Recall Timer (T3)")).toMatchObject({
      default: 20,
      unit: "seconds",
      minimum: 10,
      maximum: 180,
    });
  });

  test("[RS-03] the character rule refuses pound and asterisk by default", () => {
    expect(serviceParameter("Callback Character Rule")).toMatchObject({
      default: "noPoundOrAsterisk",
      choices: ["noPoundOrAsterisk", "digitsAndSpacesOnly"],
    });
  });

  test("are found by their exact names only", () => {
    for (const name of ["callback enabled flag", "__proto__", ""])
      expect(serviceParameter(name)).toBeUndefined();
  });
});

test("[RS-02] of the four types of trunks only plain SIP lacks QSIG", () => {
  expect(trunkTypes.filter((type) => !trunkCatalogue[type].hasQsig)).toEqual(["sip"]);
});

test("[CD-01] a common device configuration has the eighteen fields of the object besides its name", () => {
  expect(Object.keys(commonDeviceConfigurationFields)).toHaveLength(18);
  for (const field of Object.values(commonDeviceConfigurationFields)) {
    if (field.type === "choice" && field.default) expect(field.choices).toContain(field.default);
  }
});

test("[PH-01] every model has a rule for its device names, SEP and 12 digits for desk phones", () => {
  expect(phoneModels.map(({ name }) => phoneNameRule(name).prefix)).not.toContain("");
  expect(phoneNameRule("Cisco 8841")).toEqual({ prefix: "SEP", hexDigits: 12, digits: 0, freeLength: 0 });
  expect(phoneNameRule("Cisco VGC Phone")).toMatchObject({ prefix: "VGC", hexDigits: 10, digits: 2 });
});

test("video phones are those of the API", () => {
  const names = phoneModels.filter((model) => model.supportsVideo).map((model) => model.name);
  expect(names).toHaveLength(10);
  expect(names).toEqual(expect.arrayContaining(["Cisco 7985", "Cisco 8875NR", "Cisco 9971"]));
  expect(phoneModel("Cisco 8841")?.supportsVideo).toBe(false);
});

test("expansion modules are known by their exact names, and models without a rule take none", () => {
  expect(expansionModules.map(({ name }) => name).every(isExpansionModule)).toBe(true);
  for (const other of ["BEKEM", "", "__proto__", null]) expect(isExpansionModule(other)).toBe(false);
  expect(expansionRule("Cisco 8841")).toBeNull();
  expect(expansionRule("Cisco 8865")?.maximum).toBe(3);
});
