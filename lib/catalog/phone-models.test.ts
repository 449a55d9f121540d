import { expect, test } from "vitest";
import { type PhoneModel, phoneModels } from "@/lib/catalog/phone-models";

function inSeries(series: PhoneModel["series"]): PhoneModel[] {
  return phoneModels.filter((model) => model.series === series);
}

test("model names are distinct", () => {
  expect(new Set(phoneModels.map((model) => model.name)).size).toBe(phoneModels.length);
});

test("[PR-03] the 6901 and 6911 have neither CallBack key nor button, the other 6900 have both", () => {
  const without = inSeries("6900").filter((model) => !model.callBackSoftkey && !model.callBackButton);
  expect(without.map((model) => model.name)).toEqual(["Cisco 6901", "Cisco 6911"]);
  const both = inSeries("6900").filter((model) => model.callBackSoftkey && model.callBackButton);
  expect(both).toHaveLength(inSeries("6900").length - 2);
});

test("[PR-08] 7900 models and IP Communicator have the CallBack softkey and no CallBack button", () => {
  for (const model of [...inSeries("7900"), ...inSeries("IP Communicator")]) {
    expect(model).toMatchObject({
      callBackSoftkey: true,
      callBackButton: false,
      callBackConfidence: "verified",
    });
  }
});

test("[PR-08] desk phones of 7800, 8800, 8900 and 9900 verified in table 1 have softkey and button", () => {
  const listed = (["7800", "8800", "8900", "9900"] as const)
    .flatMap(inSeries)
    .filter((model) => model.callBackConfidence === "verified");
  expect(listed.map((model) => model.name)).toContain("Cisco 8841");
  for (const model of listed) expect(model).toMatchObject({ callBackSoftkey: true, callBackButton: true });
});

test("a model shows softkeys exactly when it supports softkey templates; the 8821 shows two, others four", () => {
  for (const model of phoneModels) {
    expect(model.softkeysOnScreen > 0).toBe(model.supportsSoftkeyTemplate);
    if (!model.supportsSoftkeyTemplate) expect(model.callBackSoftkey).toBe(false);
  }
  const unusual = phoneModels.filter((model) => ![0, 4].includes(model.softkeysOnScreen));
  expect(unusual.map((model) => [model.name, model.softkeysOnScreen])).toEqual([["Cisco 8821", 2]]);
});

test("only the models of the feature control policy need Softkey Control", () => {
  const needing = phoneModels.filter((model) => model.needsSoftkeyControl);
  expect(needing.map((model) => model.name)).toEqual(["Cisco 8961", "Cisco 9951", "Cisco 9971"]);
});
