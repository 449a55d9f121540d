import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { callStates } from "@/lib/catalog/call-states";
import { phoneModels } from "@/lib/catalog/phone-models";
import type { CommonDeviceConfigurationContent } from "@/lib/configuration/common-device-configuration";
import { commonDeviceConfigurationRules } from "@/lib/configuration/common-device-configuration";
import { completed } from "@/lib/configuration/content-patch";
import type { DeviceProfileContent } from "@/lib/configuration/device-profile";
import { deviceProfileRules } from "@/lib/configuration/device-profile";
import {
  type ConfigurationSources,
  effectiveConfiguration,
} from "@/lib/configuration/effective-configuration";
import { copiedPhone } from "@/lib/configuration/new-phone";
import type { PhoneContent } from "@/lib/configuration/phone";
import { examplePhoneName } from "@/lib/configuration/phone-name";
import { layouts } from "@/lib/configuration/testing/arbitraries";
import { buttonTemplate, deskPhone } from "@/lib/configuration/testing/cluster";
import { standardLayout } from "@/lib/configuration/testing/layouts";
import { buttonTemplates } from "@/lib/configuration/testing/phones";

const withCallBack = { ...standardLayout(), "Ring Out": ["EndCall", "CallBack"] } as const;
const callBackButtons = buttonTemplate("Standard 8841 SIP", {
  buttons: [
    { position: 1, feature: "Line", label: "" },
    { position: 2, feature: "CallBack", label: "" },
    { position: 3, feature: "Speed Dial", label: "Front" },
    { position: 4, feature: "Line", label: "" },
    { position: 5, feature: "Speed Dial", label: "" },
    { position: 6, feature: "Line", label: "" },
  ],
}).buttons;

function common(change: Partial<CommonDeviceConfigurationContent>): CommonDeviceConfigurationContent {
  return completed(commonDeviceConfigurationRules.shape, {
    name: "Seoul",
    ...change,
  }) as CommonDeviceConfigurationContent;
}

function profile(change: Partial<DeviceProfileContent>): DeviceProfileContent {
  return completed(deviceProfileRules.shape, {
    name: "Kim",
    userId: "kim",
    ...change,
  }) as DeviceProfileContent;
}

function effectiveOf(change: Partial<ConfigurationSources>) {
  return effectiveConfiguration({
    phone: deskPhone(),
    deviceProfile: null,
    commonDeviceConfiguration: null,
    defaultSoftkeyTemplate: null,
    softkeyLayout: () => withCallBack,
    templateButtons: () => callBackButtons,
    ...change,
  });
}

describe("[PH-04] the softkey template that applies", () => {
  const phone = deskPhone({ softkeyTemplate: "Phone's" });
  const shared = common({ softkeyTemplate: "Common" });
  const user = profile({ softkeyTemplate: "User's" });

  test.each([
    [
      "the profile's of the user who is logged in",
      { phone, commonDeviceConfiguration: shared, deviceProfile: user },
      "User's",
      "deviceProfile",
    ],
    [
      "the phone's own",
      { phone, commonDeviceConfiguration: shared, deviceProfile: profile({}) },
      "Phone's",
      "phone",
    ],
    [
      "the common device configuration's",
      { commonDeviceConfiguration: shared, defaultSoftkeyTemplate: "Marked" },
      "Common",
      "commonDeviceConfiguration",
    ],
    [
      "the one marked default",
      { commonDeviceConfiguration: common({}), defaultSoftkeyTemplate: "Marked" },
      "Marked",
      "default",
    ],
    ["Standard User while none is marked", {}, "Standard User", "default"],
  ])("is %s", (_, sources, value, source) => {
    expect(effectiveOf(sources).softkeyTemplate).toEqual({ value, source });
  });

  test("gives the keys of its own layout", () => {
    const layoutOf = (name: string) => (name === "Phone's" ? withCallBack : undefined);
    expect(effectiveOf({ phone, softkeyLayout: layoutOf }).softkeys.callStates).toEqual(withCallBack);
    expect(effectiveOf({ softkeyLayout: layoutOf }).softkeys.callStates["Ring Out"]).toEqual([]);
  });
});

describe("[PR-08] what a phone cannot have it does not show, whatever it inherits", () => {
  const everySource = fc.record({
    layout: layouts,
    template: buttonTemplates,
    model: fc.constantFrom(...phoneModels),
  });

  test("neither CallBack key nor button on a model without it, and models without softkeys have none", () => {
    fc.assert(
      fc.property(everySource, ({ layout, template, model }) => {
        const given = { name: examplePhoneName(model.name), model: model.name };
        const phone = copiedPhone(deskPhone(), given) as PhoneContent;
        const effective = effectiveOf({
          phone,
          softkeyLayout: () => layout,
          templateButtons: () => template.buttons,
        });
        const keys = callStates.flatMap((state) => effective.softkeys.callStates[state]);
        if (!model.callBackSoftkey) expect(keys).not.toContain("CallBack");
        if (!model.supportsSoftkeyTemplate) expect([keys, effective.softkeyTemplate]).toEqual([[], null]);
        const features = effective.buttons.map(({ feature }) => feature);
        if (!model.callBackButton) expect(features).not.toContain("CallBack");
        expect(features[0]).toBe("Line");
        expect(effective.buttons.length).toBeLessThanOrEqual(model.buttons);
      }),
    );
  });

  test("and says what it leaves out", () => {
    const phone = copiedPhone(deskPhone(), { name: "SEP001122334455", model: "Cisco 7965" }) as PhoneContent;
    const { buttons } = effectiveOf({ phone });
    expect(buttons[1]).toMatchObject({ feature: "None", withheld: "CallBack" });
    expect(effectiveOf({}).buttons[1]).toMatchObject({ feature: "CallBack", withheld: null });
  });
});

describe("the buttons of a phone", () => {
  const lines = [
    {
      index: 1,
      directoryNumber: "2001",
      partition: null,
      label: "Kim",
      displayName: "",
      busyTrigger: 1,
      maxCalls: 2,
    },
    {
      index: 2,
      directoryNumber: "2002",
      partition: null,
      label: "",
      displayName: "",
      busyTrigger: 1,
      maxCalls: 2,
    },
  ];
  const phone = deskPhone({ lines, speedDials: [{ index: 2, number: "5001", label: "" }] });

  test("carry lines and speed dials in their order and are labelled by them", () => {
    const shown = effectiveOf({ phone }).buttons.map(({ label, number }) => [label, number]);
    expect(shown).toEqual([
      ["Kim", "2001"],
      ["CallBack", null],
      ["Front", null],
      ["2002", "2002"],
      ["5001", "5001"],
    ]);
  });

  test("that the phone lacks are not there; with a line on one it registers partially", () => {
    expect(effectiveOf({ phone }).isPartiallyRegistered).toBe(true);
    const five = callBackButtons.slice(0, 5);
    expect(effectiveOf({ phone, templateButtons: () => five }).isPartiallyRegistered).toBe(false);
  });

  test("[IN-08] are those of the profile while its user is logged in; without lines of its own the phone's stay", () => {
    const [line] = lines.map((entry) => ({ ...entry, directoryNumber: "3001", label: "" }));
    const user = profile({ phoneButtonTemplate: "User's", lines: line ? [line] : [] });
    const effective = effectiveOf({ phone, deviceProfile: user });
    expect(effective.phoneButtonTemplate).toEqual({ value: "User's", source: "deviceProfile" });
    expect(effective.lines.source).toBe("deviceProfile");
    expect(effective.buttons[0]?.label).toBe("3001");
    expect(effectiveOf({ phone, deviceProfile: profile({}) })).toMatchObject({
      phoneButtonTemplate: { value: "Standard 8841 SIP", source: "phone" },
      lines: { source: "phone" },
    });
  });
});

test("[PR-02] locales come from the phone, else from its common device configuration, else are English", () => {
  const shared = common({ userLocale: "Korean Korea Republic", networkLocale: "Korea Republic" });
  const phone = deskPhone({ networkLocale: "United States" });
  expect(effectiveOf({ phone, commonDeviceConfiguration: shared })).toMatchObject({
    userLocale: { value: "Korean Korea Republic", source: "commonDeviceConfiguration" },
    networkLocale: { value: "United States", source: "phone" },
  });
  expect(effectiveOf({}).userLocale).toEqual({ value: "English United States", source: "default" });
});
