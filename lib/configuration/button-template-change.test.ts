import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { standardPhoneButtonTemplate } from "@/lib/catalog/standard-phone-button-templates";
import {
  linesLosingButton,
  planButtonTemplateChange,
  speedDialsLosingButton,
} from "@/lib/configuration/button-template-change";
import { newPhone } from "@/lib/configuration/new-phone";
import type { PhoneContent } from "@/lib/configuration/phone";
import type { TemplateButton } from "@/lib/configuration/phone-button-template";
import { deskPhone } from "@/lib/configuration/testing/cluster";
import { buttonTemplatesFor, deskPhones } from "@/lib/configuration/testing/phones";

const buttons = (...features: TemplateButton["feature"][]): TemplateButton[] =>
  features.map((feature, index) => ({ position: index + 1, feature, label: "" }));

const phone = deskPhone({
  lines: ["2001", "2002", "2003"].map((directoryNumber, index) => ({
    index: index + 1,
    directoryNumber,
    partition: null,
    label: "",
    displayName: "",
    busyTrigger: 1,
    maxCalls: 2,
  })),
  speedDials: [{ index: 1, number: "5001", label: "" }],
});

describe("[PH-05] another button template", () => {
  test("tells which lines lose their button, where the others go, and which features come and go", () => {
    const from = buttons("Line", "Line", "Line", "Speed Dial", "Do Not Disturb");
    const to = buttons("Line", "CallBack", "Speed Dial", "Line", "None");
    const plan = planButtonTemplateChange(phone, from, to);
    expect(plan.lines).toEqual([
      { index: 1, directoryNumber: "2001", from: 1, to: 1 },
      { index: 2, directoryNumber: "2002", from: 2, to: 4 },
      { index: 3, directoryNumber: "2003", from: 3, to: null },
    ]);
    expect(linesLosingButton(plan).map(({ directoryNumber }) => directoryNumber)).toEqual(["2003"]);
    expect(plan.speedDials).toEqual([{ index: 1, number: "5001", from: 4, to: 3 }]);
    expect([plan.featuresGained, plan.featuresLost]).toEqual([["CallBack"], ["Do Not Disturb"]]);
  });

  test("takes nothing from what is added together with it", () => {
    const line = {
      index: 4,
      directoryNumber: "2004",
      partition: null,
      label: "",
      displayName: "",
      busyTrigger: 1,
      maxCalls: 2,
    };
    const after = {
      ...phone,
      lines: [...phone.lines, line],
      speedDials: [...phone.speedDials, { index: 2, number: "5002", label: "" }],
    };
    const from = buttons("Line", "Line", "Line", "Line", "Speed Dial");
    const plan = planButtonTemplateChange(
      phone,
      from,
      buttons("Line", "Line", "Line", "None", "None"),
      after,
    );
    expect(linesLosingButton(plan)).toEqual([]);
    expect(speedDialsLosingButton(plan)).toEqual([{ index: 1, number: "5001", from: 5, to: null }]);
  });

  test("with lines beyond the phone's own buttons leaves it partially registered", () => {
    const to = buttons("Line", "None", "None", "None", "None", "Line");
    const plan = planButtonTemplateChange(phone, buttons("Line", "Line"), to);
    expect(plan.isPartiallyRegistered).toBe(true);
    expect(linesLosingButton(plan).map(({ index }) => index)).toEqual([2]);
  });

  test("may put lines on an expansion module, which they lose when it is taken off", () => {
    const module = "BEKEM 36-Button Line Expansion Module";
    const larger = newPhone({
      ...phone,
      model: "Cisco 8851",
      phoneButtonTemplate: undefined,
      expansionModules: [module],
    }) as PhoneContent;
    const template = buttons("Line", "None", "None", "None", "None", "Line");
    const plan = planButtonTemplateChange(larger, template, template, { ...larger, expansionModules: [] });
    expect(linesLosingButton(plan)).toEqual([{ index: 2, directoryNumber: "2002", from: 6, to: null }]);
  });

  test("never loses track of a line: each is told once, on its own button or on none", () => {
    const standard = standardPhoneButtonTemplate("Cisco 8841", "SIP");
    if (!standard) throw new Error("no standard template");
    const templates = buttonTemplatesFor(standard);
    fc.assert(
      fc.property(deskPhones, templates, templates, (any, from, to) => {
        const plan = planButtonTemplateChange(any, from.buttons, to.buttons);
        expect(plan.lines.map(({ index }) => index)).toEqual(any.lines.map(({ index }) => index));
        const places = plan.lines.map((line) => line.to).filter((place) => place !== null);
        expect(new Set(places).size).toBe(places.length);
        for (const place of places) expect(to.buttons[place - 1]?.feature).toBe("Line");
        const same = planButtonTemplateChange(any, to.buttons, to.buttons);
        expect([linesLosingButton(same), same.featuresGained, same.featuresLost]).toEqual([[], [], []]);
      }),
    );
  });
});
