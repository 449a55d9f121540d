import { describe, expect, test } from "vitest";
import { buttonLosses } from "@/lib/configuration/button-losses";
import type { TemplateButton } from "@/lib/configuration/phone-button-template";

const buttons = (...features: TemplateButton["feature"][]): TemplateButton[] =>
  features.map((feature, index) => ({ position: index + 1, feature, label: "" }));

describe("[BT-03] a change of a template", () => {
  test("takes buttons from lines and speed dials when there are fewer of them", () => {
    const before = buttons("Line", "Line", "Speed Dial", "Speed Dial", "Speed Dial");
    const after = buttons("Line", "CallBack", "Speed Dial", "CallBack", "Redial");
    expect(buttonLosses(before, after)).toEqual([
      { feature: "Speed Dial", before: 3, after: 1 },
      { feature: "Line", before: 2, after: 1 },
    ]);
  });

  test("takes nothing when they only move, come, or have no data of the phone", () => {
    const before = buttons("Line", "CallBack", "Line", "Redial");
    expect(buttonLosses(before, buttons("Line", "Line", "Line", "None"))).toEqual([]);
    expect(buttonLosses(before, before)).toEqual([]);
  });
});
