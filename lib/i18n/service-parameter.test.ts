import { describe, expect, test } from "vitest";
import { messageKey } from "@/lib/catalog/message-key";
import { serviceParameters } from "@/lib/catalog/service-parameters";
import inEnglish from "@/lib/i18n/en/service-parameter.json";
import inKorean from "@/lib/i18n/ko/service-parameter.json";

describe.each([
  ["en", inEnglish],
  ["ko", inKorean],
] as const)("the texts of service parameters in %s", (_, { parameter, choice }) => {
  test("name and explain every parameter, and nothing else", () => {
    expect(Object.keys(parameter)).toEqual(serviceParameters.map(({ name }) => messageKey(name)));
  });

  test("have words for True, False and every choice, and nothing else", () => {
    const choices = serviceParameters.flatMap((facts) => (facts.type === "choice" ? facts.choices : []));
    const keys = ["True", "False", ...choices].map((value) => messageKey(value));
    expect(Object.keys(choice).sort()).toEqual(keys.sort());
  });
});

test("English names are those of Unified CM", () => {
  expect(Object.values(inEnglish.parameter).map(({ name }) => name)).toEqual(
    serviceParameters.map(({ name }) => name),
  );
});
