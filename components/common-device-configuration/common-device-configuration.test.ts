import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commonDeviceConfiguration } from "@/components/common-device-configuration/common-device-configuration";
import { fieldsOf } from "@/components/console/object/described-fields";
import type { AnyObject } from "@/components/console/object/object-fields";
import {
  contentOfValues,
  contentPatch,
  emptyContent,
  valuesOf,
} from "@/components/console/object/object-values";
import { problemsOf } from "@/components/console/object/use-object-form";
import type { Known } from "@/lib/configuration/known";

const known: Known = {
  exists: () => true,
  locale: (name) => (name === "Korean Korea Republic" ? { kind: "user", isInstalled: false } : undefined),
  phoneButtonTemplate: () => undefined,
};

const base: AnyObject = {
  ...emptyContent(commonDeviceConfiguration),
  name: "Seoul phones",
  userHoldMohAudioSourceId: 12,
  mlppDomainId: "7",
};
const stored = contentOfValues(commonDeviceConfiguration, base, valuesOf(commonDeviceConfiguration, base));

/** The content that the form says after something was typed. */
function typed(values: Record<string, unknown>): AnyObject {
  const all = { ...valuesOf(commonDeviceConfiguration, stored), ...values };
  return contentOfValues(commonDeviceConfiguration, stored, all);
}

describe("the form of an object", () => {
  test("[CD-01] has every field of a common device configuration exactly once", () => {
    const shown = fieldsOf(commonDeviceConfiguration).map(({ path }) => path);
    expect(shown.toSorted()).toEqual(Object.keys(commonDeviceConfiguration.rules.shape.fields).toSorted());
  });

  test("says what is stored when nothing is typed, so that there is nothing to save", () => {
    expect(stored).toEqual(base);
    expect(contentPatch(stored, typed({}))).toEqual({});
  });

  test("sends only the fields that were changed; an emptied one is null", () => {
    const content = typed({ userHoldMohAudioSourceId: "", softkeyTemplate: "Standard User" });
    expect(contentPatch(stored, content)).toEqual({
      userHoldMohAudioSourceId: null,
      softkeyTemplate: "Standard User",
    });
  });

  test("reads numbers with blanks around them", () => {
    expect(typed({ confidentialAccessLevel: " 42 " }).confidentialAccessLevel).toBe(42);
  });

  test("never changes what it was given, whatever is typed", () => {
    const before = structuredClone(stored);
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("name", "mlppDomainId", "preemption"), fc.string()),
        (values) => {
          typed(values);
          expect(stored).toEqual(before);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("what is wrong with a form", () => {
  test.each(["many", "1.5", "-1", "0", "502", "1e1", "９"])(
    "%s is no audio source: the range is told",
    (text) => {
      const problems = problemsOf(
        commonDeviceConfiguration,
        typed({ userHoldMohAudioSourceId: text }),
        known,
      );
      const params = { minimum: 1, maximum: 501 };
      expect(problems).toEqual([{ path: ["userHoldMohAudioSourceId"], code: "outOfRange", params }]);
    },
  );

  test("[PR-02] a locale that is not installed is told at its field", () => {
    const problems = problemsOf(
      commonDeviceConfiguration,
      typed({ userLocale: "Korean Korea Republic" }),
      known,
    );
    expect(problems).toMatchObject([{ path: ["userLocale"], code: "localeNotInstalled" }]);
  });
});
