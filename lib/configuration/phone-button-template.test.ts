import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { phoneModels } from "@/lib/catalog/phone-models";
import { standardPhoneButtonTemplates } from "@/lib/catalog/standard-phone-button-templates";
import {
  checkPhoneButtonTemplateChange,
  checkPhoneButtonTemplateCopy,
  copiedPhoneButtonTemplate,
  isFixedButton,
  phoneButtonTemplateRules,
  standardButtonContent,
  type TemplateButton,
} from "@/lib/configuration/phone-button-template";
import { buttonTemplate, known, places } from "@/lib/configuration/testing/cluster";
import { buttonTemplates } from "@/lib/configuration/testing/phones";

function problemsWith(buttons: readonly unknown[], standard = "Standard 8841 SIP"): string[] {
  return places(phoneButtonTemplateRules.validate({ ...buttonTemplate(standard), buttons }, known));
}

function withButton(button: TemplateButton, standard?: string): readonly TemplateButton[] {
  return buttonTemplate(standard).buttons.with(button.position - 1, button);
}

describe("[BT-02] a standard template", () => {
  test.each(standardPhoneButtonTemplates)("$name keeps every rule of its model", (standard) => {
    expect(phoneButtonTemplateRules.validate(standardButtonContent(standard), known)).toEqual([]);
  });

  test("can only be copied: name and buttons stay", () => {
    const before = buttonTemplate();
    const buttons = withButton({ position: 2, feature: "CallBack", label: "" });
    const problems = checkPhoneButtonTemplateChange({ isStandard: true }, before, {
      ...before,
      name: "x",
      buttons,
    });
    expect(places(problems)).toEqual(["name standardReadOnly", "buttons standardReadOnly"]);
    expect(checkPhoneButtonTemplateChange({ isStandard: true }, before, structuredClone(before))).toEqual([]);
    expect(checkPhoneButtonTemplateChange({ isStandard: false }, before, { ...before, buttons })).toEqual([]);
  });
});

describe("[BT-02] a copy", () => {
  const source = buttonTemplate("Standard 8841 SIP");

  test("has a name of its own and the source's buttons until others are given", () => {
    expect(copiedPhoneButtonTemplate(source, { name: "Front" })).toEqual({ ...source, name: "Front" });
    const buttons = [{ position: 1, feature: "Line" }];
    expect(copiedPhoneButtonTemplate(source, { name: "Front", buttons })).toMatchObject({
      buttons: [{ position: 1, feature: "Line", label: "" }],
    });
    expect(places(phoneButtonTemplateRules.validate(copiedPhoneButtonTemplate(source, {}), known))).toEqual([
      "name required",
    ]);
  });

  test("is for the same model and protocol", () => {
    expect(checkPhoneButtonTemplateCopy(source, { model: "Cisco 8841", protocol: "SIP" })).toEqual([]);
    expect(checkPhoneButtonTemplateCopy(source, {})).toEqual([]);
    expect(places(checkPhoneButtonTemplateCopy(source, { model: "Cisco 8851", protocol: "SCCP" }))).toEqual([
      "model otherModel",
      "protocol otherModel",
    ]);
  });

  test("cannot be given another model later", () => {
    const after = { ...source, model: "Cisco 8851" };
    expect(places(checkPhoneButtonTemplateChange({ isStandard: false }, source, after))).toEqual([
      "model readOnlyField",
    ]);
  });
});

describe("[BT-03] the buttons", () => {
  test("begin with a line that nobody changes", () => {
    expect(problemsWith(withButton({ position: 1, feature: "CallBack", label: "" }))).toEqual([
      "buttons.0 buttonFixed",
    ]);
    expect(problemsWith(withButton({ position: 1, feature: "Line", label: "Front" }))).toEqual([
      "buttons.0 buttonFixed",
    ]);
    expect(problemsWith([])).toEqual(["buttons lineMissing"]);
    expect(isFixedButton(buttonTemplate(), 1)).toBe(true);
    expect(isFixedButton(buttonTemplate(), 2)).toBe(false);
  });

  test("keep the model's own keys", () => {
    const standard = "Standard 7931 SCCP";
    const { buttons } = buttonTemplate(standard);
    expect(
      problemsWith(withButton({ position: 21, feature: "Line", label: "" }, standard), standard),
    ).toEqual(["buttons.20 buttonFixed"]);
    expect(problemsWith(buttons.slice(0, 10), standard)).toEqual(["buttons buttonFixed"]);
  });

  test("count from 1 without gaps, in whatever order they are sent", () => {
    const { buttons } = buttonTemplate();
    expect(problemsWith(buttons.toReversed())).toEqual([]);
    expect(problemsWith(buttons.slice(1))).toEqual(["buttons positionsNotConsecutive"]);
    expect(problemsWith([...buttons, { position: 2, feature: "None", label: "" }])).toEqual([
      "buttons.5.position duplicate",
    ]);
  });

  test("may be more than the phone has, up to the largest one with its modules", () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ position: index + 1, feature: "Line", label: "" }));
    expect(problemsWith(lines(114))).toEqual([]);
    expect(problemsWith(lines(115))).toContain("buttons tooMany");
  });

  test("have labels of at most 50 characters", () => {
    expect(problemsWith(withButton({ position: 2, feature: "Line", label: "가".repeat(50) }))).toEqual([]);
    expect(problemsWith(withButton({ position: 2, feature: "Line", label: "가".repeat(51) }))).toEqual([
      "buttons.1.label tooLong",
    ]);
  });

  test("have features of the list only", () => {
    for (const feature of ["callback", "__proto__", "", 9]) {
      const button = { position: 2, feature, label: "" };
      expect(problemsWith(buttonTemplate().buttons.with(1, button as TemplateButton))).toHaveLength(1);
    }
    expect(problemsWith(withButton({ position: 2, feature: "Chat", label: "" }))).toEqual([
      "buttons.1.feature featureNotSupported",
    ]);
  });
});

test("[PR-08][BT-04] CallBack is accepted exactly by models with that button", () => {
  for (const { model, protocol, features } of standardPhoneButtonTemplates) {
    const position = features.length + 1;
    const content = standardButtonContent({
      name: "Mine",
      model,
      protocol,
      features,
      featuresConfidence: "memory",
    });
    const buttons = [...content.buttons, { position, feature: "CallBack", label: "" }];
    const problems = places(phoneButtonTemplateRules.validate({ ...content, buttons }, known));
    const hasButton = phoneModels.find(({ name }) => name === model)?.callBackButton;
    expect(problems).toEqual(hasButton ? [] : [`buttons.${position - 1}.feature featureNotSupported`]);
  }
});

test("a template of a model and protocol that do not exist is refused", () => {
  const template = buttonTemplate();
  const problems = (change: object) =>
    places(phoneButtonTemplateRules.validate({ ...template, ...change }, known));
  expect(problems({ model: "Cisco 9999" })).toEqual(["model unknownModel"]);
  expect(problems({ protocol: "SCCP" })).toEqual(["protocol protocolNotSupported"]);
  expect(problems({ protocol: "H.323" })).toEqual(["protocol unknownValue"]);
});

test("whatever is offered is accepted, and stored as it is", () => {
  fc.assert(
    fc.property(buttonTemplates, (template) => {
      expect(phoneButtonTemplateRules.validate(template, known)).toEqual([]);
      expect(phoneButtonTemplateRules.normalize(template)).toEqual(template);
    }),
  );
});
