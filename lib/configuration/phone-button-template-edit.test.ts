import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buttonFeatures } from "@/lib/catalog/button-features";
import { phoneButtonTemplateRules } from "@/lib/configuration/phone-button-template";
import {
  changeButtonCount,
  chooseFeature,
  chooseFeatures,
} from "@/lib/configuration/phone-button-template-edit";
import { buttonTemplate, known } from "@/lib/configuration/testing/cluster";
import { buttonTemplates } from "@/lib/configuration/testing/phones";

describe("[BT-03] a step of the button table", () => {
  const template = buttonTemplate();

  test("chooses a feature, adds and removes the buttons of a module", () => {
    const chosen = chooseFeature(template, 3, "CallBack");
    expect(chosen.ok && chosen.template.buttons[2]).toEqual({ position: 3, feature: "CallBack", label: "" });
    const added = changeButtonCount(template, 41);
    expect(added.ok && added.template.buttons.at(-1)).toEqual({ position: 41, feature: "None", label: "" });
    expect(added.ok && changeButtonCount(added.template, 5)).toEqual({ ok: true, template });
  });

  test("brings back the buttons of a module that was taken off", () => {
    const added = changeButtonCount(template, 7);
    const chosen = added.ok ? chooseFeature(added.template, 7, "CallBack") : added;
    if (!chosen.ok) throw new Error("refused");
    const removed = changeButtonCount(chosen.template, 5);
    expect(removed.ok && changeButtonCount(removed.template, 7, chosen.template.buttons)).toEqual(chosen);
  });

  test("chooses one feature for many buttons at once, and leaves fixed ones alone", () => {
    const keys = buttonTemplate("Standard 7931 SCCP");
    const edit = chooseFeatures(keys, 1, 24, "None");
    const features = edit.ok ? edit.template.buttons.map(({ feature }) => feature) : [];
    expect(features).toEqual([
      "Line",
      ...new Array(19).fill("None"),
      "Messages",
      "Directories",
      "Headset",
      "Application Menu",
    ]);
    const refused = { ok: false, problem: { code: "featureNotSupported" } };
    expect(chooseFeatures(keys, 2, 5, "CallBack")).toMatchObject(refused);
  });

  test.each([
    ["the first button", chooseFeature(template, 1, "CallBack"), "buttonFixed"],
    ["a feature that nobody has", chooseFeature(template, 2, "Chat"), "featureNotSupported"],
    ["a button that is not there", chooseFeature(template, 6, "Line"), "positionOutOfRange"],
    ["no button at all", changeButtonCount(template, 0), "positionOutOfRange"],
    ["more than any phone has", changeButtonCount(template, 115), "positionOutOfRange"],
    ["a model's own key", changeButtonCount(buttonTemplate("Standard 7931 SIP"), 20), "buttonFixed"],
    ["a position that is no number", chooseFeature(template, Number.NaN, "Line"), "positionOutOfRange"],
  ])("is refused for %s", (_, edit, code) => {
    expect(edit).toMatchObject({ ok: false, problem: { code } });
  });

  test("[PR-08] never puts CallBack on a 7900", () => {
    expect(chooseFeature(buttonTemplate("Standard 7965 SCCP"), 2, "CallBack")).toEqual({
      ok: false,
      problem: {
        path: ["buttons", 1, "feature"],
        code: "featureNotSupported",
        params: { feature: "CallBack", model: "Cisco 7965" },
      },
    });
  });

  test("leaves a valid template valid, whatever is done in whatever order", () => {
    const positions = fc.integer({ min: -1, max: 40 });
    const steps = fc.oneof(
      fc.tuple(fc.constant("feature" as const), positions, fc.constantFrom(...buttonFeatures)),
      fc.tuple(fc.constant("features" as const), positions, fc.constantFrom(...buttonFeatures)),
      fc.tuple(fc.constant("count" as const), positions),
    );
    fc.assert(
      fc.property(buttonTemplates, fc.array(steps, { maxLength: 20 }), (start, all) => {
        let template = start;
        for (const step of all) {
          const edit =
            step[0] === "feature"
              ? chooseFeature(template, step[1], step[2])
              : step[0] === "features"
                ? chooseFeatures(template, step[1], step[1] + 3, step[2])
                : changeButtonCount(template, step[1]);
          if (edit.ok) template = edit.template;
          expect(phoneButtonTemplateRules.validate(template, known)).toEqual([]);
          expect(template.buttons[0]?.feature).toBe("Line");
        }
      }),
    );
  });
});
