import { expect, test } from "vitest";
import { phoneModels } from "@/lib/catalog/phone-models";
import {
  standardPhoneButtonTemplate,
  standardPhoneButtonTemplateName,
  standardPhoneButtonTemplates,
} from "@/lib/catalog/standard-phone-button-templates";

test("[BT-02] every model and protocol has a standard template, with distinct names", () => {
  const names = standardPhoneButtonTemplates.map((template) => template.name.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
  for (const model of phoneModels) {
    for (const protocol of model.protocols) {
      const name = standardPhoneButtonTemplateName(model.name, protocol);
      expect(standardPhoneButtonTemplate(model.name, protocol)?.name).toBe(name);
    }
  }
  expect(names).toContain("standard 8841 sip");
  expect(names).toContain("standard ip communicator sccp");
});

test("a standard template has as many buttons as its model, the first one a line", () => {
  for (const { model, features } of standardPhoneButtonTemplates) {
    expect(features).toHaveLength(phoneModels.find(({ name }) => name === model)?.buttons ?? -1);
    expect(features[0]).toBe("Line");
  }
});

test("[BT-04] CallBack is in no standard template; what is unknown is a speed dial", () => {
  expect(standardPhoneButtonTemplates.flatMap(({ features }) => features)).not.toContain("CallBack");
  const featuresOf = (model: string, protocol: string) =>
    standardPhoneButtonTemplate(model, protocol)?.features;
  expect(featuresOf("Cisco 8841", "SIP")).toEqual(["Line", ...new Array(4).fill("Speed Dial")]);
  expect(featuresOf("Cisco 7960", "SCCP")).toEqual(["Line", "Line", ...new Array(4).fill("Speed Dial")]);
  expect(featuresOf("Cisco 7811", "SIP")).toEqual(["Line"]);
  expect(featuresOf("Cisco 8841", "SCCP")).toBeUndefined();
});
