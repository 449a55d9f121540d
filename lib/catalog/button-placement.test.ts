import { describe, expect, test } from "vitest";
import {
  buttonsOfPhone,
  fixedFeature,
  maximumButtons,
  offeredFeatures,
  showsFeature,
} from "@/lib/catalog/button-placement";
import { expansionModules, expansionRule } from "@/lib/catalog/expansion-modules";
import { phoneModels } from "@/lib/catalog/phone-models";

const everyPlace = phoneModels.flatMap((model) =>
  model.protocols.flatMap((protocol) => [1, 2, 5, 30].map((position) => ({ model, protocol, position }))),
);

test("[PR-08] CallBack is offered exactly by models with that button: not by 7900, IP Communicator, 6901, 6911", () => {
  for (const { model, protocol, position } of everyPlace) {
    const offered = offeredFeatures(model.name, protocol, position).includes("CallBack");
    const isFixed = fixedFeature(model.name, protocol, position) !== null;
    expect(offered).toBe(model.callBackButton && !isFixed);
    expect(showsFeature(model.name, protocol, position, "CallBack")).toBe(model.callBackButton);
  }
});

test("[BT-03] the first button of every model is a line and offers nothing else", () => {
  for (const { model, protocol } of everyPlace)
    expect(offeredFeatures(model.name, protocol, 1)).toEqual(["Line"]);
});

describe("[BT-03] the other buttons", () => {
  test("offer lines, speed dials and nothing that only a model's own key or nobody has", () => {
    const offered = offeredFeatures("Cisco 8841", "SIP", 2);
    expect(offered).toEqual(expect.arrayContaining(["Line", "Speed Dial", "CallBack", "None"]));
    for (const other of ["Messages", "Headset", "Chat", "Display"]) expect(offered).not.toContain(other);
  });

  test("offer video mode on video phones only", () => {
    expect(offeredFeatures("Cisco 8845", "SIP", 2)).toContain("Video Mode");
    expect(offeredFeatures("Cisco 8841", "SIP", 2)).not.toContain("Video Mode");
  });

  test("of the 7931 end with its own keys, which are fixed", () => {
    expect([21, 22, 23, 24].map((position) => fixedFeature("Cisco 7931", "SCCP", position))).toEqual([
      "Messages",
      "Directories",
      "Headset",
      "Application Menu",
    ]);
    expect(fixedFeature("Cisco 7931", "SCCP", 20)).toBeNull();
    expect(showsFeature("Cisco 8841", "SIP", 21, "Messages")).toBe(false);
  });

  test("of an analog device can be lines only", () => {
    expect(offeredFeatures("Cisco ATA 186", "SCCP", 2)).toEqual(["Line", "None"]);
  });

  test("of a model that does not exist offer nothing", () => {
    for (const name of ["Cisco 9999", "__proto__", ""]) {
      expect(offeredFeatures(name, "SIP", 1)).toEqual([]);
      expect(showsFeature(name, "SIP", 1, "Line")).toBe(false);
      expect(buttonsOfPhone(name, [])).toBe(0);
    }
  });
});

test("[BT-01] expansion modules add their buttons, up to the documented totals", () => {
  const bekem = "BEKEM 36-Button Line Expansion Module";
  expect(buttonsOfPhone("Cisco 8841", [])).toBe(5);
  expect(buttonsOfPhone("Cisco 8851", [bekem, bekem])).toBe(77);
  expect(buttonsOfPhone("Cisco 8865", [bekem, bekem, bekem])).toBe(113);
});

test("no phone can have more buttons than a template", () => {
  for (const model of phoneModels) {
    const rule = expansionRule(model.name);
    const largest = expansionModules
      .filter((module) => rule?.modules.includes(module.name))
      .reduce((most, module) => Math.max(most, module.buttons), 0);
    expect(model.buttons + largest * (rule?.maximum ?? 0)).toBeLessThanOrEqual(maximumButtons);
  }
});
