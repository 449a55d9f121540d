import { expect, test } from "vitest";
import { phoneModels } from "@/lib/catalog/phone-models";
import { callBackAvailability } from "@/lib/configuration/call-back-availability";
import { effectiveConfiguration } from "@/lib/configuration/effective-configuration";
import type { PhoneContent } from "@/lib/configuration/phone";
import type { TemplateButton } from "@/lib/configuration/phone-button-template";
import type { SoftkeyLayout } from "@/lib/configuration/softkey-layout";
import { buttonTemplate, deskPhone } from "@/lib/configuration/testing/cluster";
import { standardLayout } from "@/lib/configuration/testing/layouts";

const withKey: SoftkeyLayout = {
  ...standardLayout(),
  "On Hook": ["Redial", "NewCall", "CallBack"],
  "Ring Out": ["EndCall", "CallBack"],
};

function availability(
  phone: PhoneContent,
  layout: SoftkeyLayout,
  buttons: readonly TemplateButton[] = buttonTemplate().buttons,
) {
  const configuration = effectiveConfiguration({
    phone,
    deviceProfile: null,
    commonDeviceConfiguration: null,
    defaultSoftkeyTemplate: null,
    softkeyLayout: () => layout,
    templateButtons: () => buttons,
  });
  return callBackAvailability(phone.model, configuration);
}

const callBackOnThree = buttonTemplate().buttons.map((button) =>
  button.position === 3 ? { ...button, feature: "CallBack" as const } : button,
);

test("[PH-04] CallBack is told in the call states and on the buttons where the phone has it", () => {
  expect(availability(deskPhone(), withKey, callBackOnThree)).toMatchObject({
    state: "available",
    callStates: ["On Hook", "Ring Out"],
    buttons: [3],
  });
});

test("[PR-08] a 7965 has the softkey, and nothing of a button with it", () => {
  const phone = deskPhone({ model: "Cisco 7965", protocol: "SCCP" });
  const found = availability(phone, withKey, callBackOnThree);
  expect(found).toMatchObject({ state: "available", buttons: [], canHaveButton: false });
});

test("[PR-08] a model that cannot have the key is told apart from a phone whose templates lack it", () => {
  const without = standardLayout();
  expect(availability(deskPhone(), without)).toMatchObject({
    state: "notPlaced",
    callStates: [],
    buttons: [],
  });
  const states = phoneModels.map(({ name, protocols: [protocol = "SIP"] }) => {
    return [name, availability(deskPhone({ model: name, protocol }), withKey, callBackOnThree).state];
  });
  const cannot = states.filter(([, state]) => state !== "available").map(([name]) => name);
  expect(cannot).toEqual(
    phoneModels.filter((model) => !model.callBackSoftkey && !model.callBackButton).map(({ name }) => name),
  );
});
