import { describe, expect, test } from "vitest";
import { buttonFeatureKey, buttonFeatures } from "@/lib/catalog/button-features";
import { callStateKey, callStates } from "@/lib/catalog/call-states";
import { localeKinds } from "@/lib/catalog/locales";
import { messageKey } from "@/lib/catalog/message-key";
import { roles } from "@/lib/catalog/roles";
import { blankSoftkey, softkeyKey } from "@/lib/catalog/softkey-key";
import { softkeyCatalogue, softkeyIds } from "@/lib/catalog/softkeys";
import { trunkTypes } from "@/lib/catalog/trunk-types";
import { configurationKinds } from "@/lib/configuration/dependencies";
import { dndOptions } from "@/lib/configuration/phone";
import { problemCodes } from "@/lib/configuration/problem";
import catalogueInEnglish from "@/lib/i18n/en/catalogue.json";
import problemsInEnglish from "@/lib/i18n/en/problems.json";
import catalogueInKorean from "@/lib/i18n/ko/catalogue.json";
import problemsInKorean from "@/lib/i18n/ko/problems.json";

const catalogues = { en: catalogueInEnglish, ko: catalogueInKorean };
const problems = { en: problemsInEnglish, ko: problemsInKorean };

describe.each(["en", "ko"] as const)("the texts of the catalogue in %s", (locale) => {
  test("name everything of the catalogue, and nothing else", () => {
    expect(Object.keys(catalogues[locale].callState)).toEqual(callStates.map(callStateKey));
    expect(Object.keys(catalogues[locale].softkey)).toEqual(softkeyIds.map(softkeyKey));
    expect(Object.keys(catalogues[locale].role)).toEqual([...roles]);
    expect(Object.keys(catalogues[locale].buttonFeature)).toEqual(buttonFeatures.map(buttonFeatureKey));
    expect(Object.keys(catalogues[locale].trunkType)).toEqual([...trunkTypes]);
    expect(Object.keys(catalogues[locale].localeKind)).toEqual([...localeKinds]);
    expect(Object.keys(catalogues[locale].dndOption)).toEqual(dndOptions.map(messageKey));
    expect(Object.keys(catalogues[locale].configurationKind)).toEqual([...configurationKinds]);
  });

  test("label every softkey but the blank one, within the 16 characters of the phone", () => {
    for (const id of softkeyIds.filter((softkey) => softkey !== blankSoftkey)) {
      const { label } = catalogues[locale].softkey[softkeyKey(id)];
      expect(label.length).toBeGreaterThan(0);
      expect(label.length).toBeLessThanOrEqual(16);
    }
  });

  test("have a text for every problem and for no other code", () => {
    expect(Object.keys(problems[locale].problem)).toEqual([...problemCodes]);
  });
});

test("English names and labels are those of the catalogue", () => {
  for (const state of callStates) expect(catalogueInEnglish.callState[callStateKey(state)]).toBe(state);
  for (const id of softkeyIds) {
    const { name, label } = softkeyCatalogue[id];
    const expected = label === "" ? { name } : { name, label };
    expect(catalogueInEnglish.softkey[softkeyKey(id)]).toEqual(expected);
  }
  for (const feature of buttonFeatures) {
    expect(catalogueInEnglish.buttonFeature[buttonFeatureKey(feature)]).toBe(feature);
  }
});

test("Korean call states and features of the Call Back chapter have its words", () => {
  expect(catalogueInKorean.callState).toMatchObject({
    onHook: "온 훅",
    ringOut: "링아웃",
    connectedTransfer: "호전환 연결됨",
  });
  expect(catalogueInKorean.softkey.CallBack.label).toBe("콜백");
  expect(catalogueInKorean.buttonFeature).toMatchObject({
    line: "회선",
    speedDial: "단축 다이얼",
    callBack: "콜백",
  });
});
