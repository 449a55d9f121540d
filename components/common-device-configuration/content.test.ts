import { describe, expect, test } from "vitest";
import {
  contentOfFields,
  contentPatch,
  emptyContent,
  fieldsOf,
} from "@/components/common-device-configuration/content";
import { fieldGroups, fieldNames } from "@/components/common-device-configuration/field-groups";
import { problemsOf } from "@/components/common-device-configuration/use-configuration-form";
import type { Known } from "@/lib/configuration/known";

const stored = { ...emptyContent, name: "Seoul phones", userHoldMohAudioSourceId: 12, mlppDomainId: "7" };

const known: Known = {
  exists: () => true,
  locale: (name) => (name === "Korean Korea Republic" ? { kind: "user", isInstalled: false } : undefined),
  phoneButtonTemplate: () => undefined,
};

test("[CD-01] every field of the object stands in exactly one section of the page", () => {
  const shown = fieldGroups.flatMap(({ fields }) => fields);
  expect(shown.toSorted()).toEqual(fieldNames.toSorted());
});

describe("the form of a common device configuration", () => {
  test("says what is stored when nothing is typed, so that there is nothing to save", () => {
    expect(contentOfFields(fieldsOf(stored))).toEqual(stored);
    expect(contentPatch(stored, contentOfFields(fieldsOf(stored)))).toEqual({});
  });

  test("sends only the fields that were changed; an emptied one is null", () => {
    const fields = { ...fieldsOf(stored), userHoldMohAudioSourceId: "", softkeyTemplate: "Standard User" };
    expect(contentPatch(stored, contentOfFields(fields))).toEqual({
      userHoldMohAudioSourceId: null,
      softkeyTemplate: "Standard User",
    });
  });

  test("reads numbers with blanks around them", () => {
    const fields = { ...fieldsOf(stored), confidentialAccessLevel: " 42 " };
    expect(contentOfFields(fields).confidentialAccessLevel).toBe(42);
  });

  test.each(["many", "1.5", "-1", "0", "502", "1e1", "９"])(
    "refuses %s as an audio source with the range",
    (text) => {
      const problems = problemsOf({ ...fieldsOf(stored), userHoldMohAudioSourceId: text }, known);
      const params = { minimum: 1, maximum: 501 };
      expect(problems).toEqual([{ path: ["userHoldMohAudioSourceId"], code: "outOfRange", params }]);
    },
  );

  test("[PR-02] refuses a locale that is not installed, at its field", () => {
    const problems = problemsOf({ ...fieldsOf(stored), userLocale: "Korean Korea Republic" }, known);
    expect(problems).toMatchObject([{ path: ["userLocale"], code: "localeNotInstalled" }]);
  });
});
