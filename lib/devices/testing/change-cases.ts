import { standardPhoneButtonTemplates } from "@/lib/catalog/standard-phone-button-templates";
import type { CommonDeviceConfigurationContent } from "@/lib/configuration/common-device-configuration";
import type { DirectoryNumberContent } from "@/lib/configuration/directory-number";
import type { PhoneContent } from "@/lib/configuration/phone";
import { standardButtonContent, type TemplateButton } from "@/lib/configuration/phone-button-template";
import { deskPhone } from "@/lib/configuration/testing/cluster";
import { standardLayout } from "@/lib/configuration/testing/layouts";
import type { DeviceSources } from "@/lib/devices/device-configuration";
import type { ChangedPart } from "@/lib/devices/field-impacts";
import {
  commonContent,
  deviceSources,
  numberContent,
  snapshotOf,
} from "@/lib/devices/testing/example-device";

const line = {
  index: 1,
  directoryNumber: "2001",
  partition: null,
  label: "",
  displayName: "",
  busyTrigger: 1,
  maxCalls: 2,
};
const speedDial = { index: 1, number: "5001", label: "" };

const phone = (change: Partial<PhoneContent>): Partial<DeviceSources> => ({
  phone: deskPhone({ speedDials: [speedDial], ...change }),
});
const common = (change: Partial<CommonDeviceConfigurationContent>): Partial<DeviceSources> => ({
  commonDeviceConfiguration: commonContent(change),
});
const number = (change: Partial<DirectoryNumberContent>): Partial<DeviceSources> => ({
  directoryNumber: () => numberContent(change),
});
const forward = (
  situation: keyof DirectoryNumberContent["forward"],
  change: Partial<DirectoryNumberContent["forward"]["all"]>,
) => {
  const { forward: before } = numberContent();
  return number({ forward: { ...before, [situation]: { ...before[situation], ...change } } });
};
const buttons = (change: (buttons: readonly TemplateButton[]) => readonly TemplateButton[]) => {
  const standard = standardPhoneButtonTemplates.find(({ name }) => name === "Standard 8841 SIP");
  const before = standard ? standardButtonContent(standard).buttons : [];
  return { templateButtons: () => change(before) } satisfies Partial<DeviceSources>;
};
const button = (position: number, change: Partial<TemplateButton>) =>
  buttons((all) => all.map((each) => (each.position === position ? { ...each, ...change } : each)));
/** The phone that each change is made to. */
export const unchanged: DeviceSources = deviceSources(phone({}));

/** A change that makes exactly this field differ from the unchanged phone, by part and field. */
export const changeCases: Readonly<Record<ChangedPart, Readonly<Record<string, Partial<DeviceSources>>>>> = {
  phone: {
    name: phone({ name: "SEPAABBCCDDEEFF" }),
    description: phone({ description: "Lobby" }),
    // Models of the same buttons and keys, so that nothing else differs.
    model: phone({ model: "Cisco 8811", phoneButtonTemplate: "Standard 8841 SIP" }),
    protocol: phone({ protocol: "SCCP", phoneButtonTemplate: "Standard 8841 SIP" }),
    devicePool: phone({ devicePool: "Seoul" }),
    callingSearchSpace: phone({ callingSearchSpace: "Seoul" }),
    softkeyTemplate: {
      ...phone({ softkeyTemplate: "Reception" }),
      snapshot: snapshotOf({ softkeyTemplate: { id: "other", number: 1 } }),
    },
    phoneButtonTemplate: {
      ...buttons((all) => all),
      ...phone({ phoneButtonTemplate: "Reception" }),
      snapshot: snapshotOf({ phoneButtonTemplate: { id: "other", number: 1 } }),
    },
    userLocale: phone({ userLocale: "Korean Korea Republic" }),
    networkLocale: phone({ networkLocale: "Korea Republic" }),
    "dnd.status": phone({ dnd: { status: true, option: "Ringer Off" } }),
    "dnd.option": phone({ dnd: { status: false, option: "Call Reject" } }),
    extensionMobility: phone({ extensionMobility: true }),
    owner: phone({ owner: "kim" }),
    lines: phone({ lines: [line, { ...line, index: 2, directoryNumber: "2002" }] }),
    "lines.directoryNumber": phone({ lines: [{ ...line, directoryNumber: "2002" }] }),
    "lines.partition": phone({ lines: [{ ...line, partition: "Seoul" }] }),
    "lines.label": phone({ lines: [{ ...line, label: "Kim" }] }),
    "lines.busyTrigger": phone({ lines: [{ ...line, busyTrigger: 2 }] }),
    "lines.maxCalls": phone({ lines: [{ ...line, maxCalls: 4 }] }),
    "lines.displayName": phone({ lines: [{ ...line, displayName: "Kim" }] }),
    speedDials: phone({ speedDials: [] }),
    "speedDials.number": phone({ speedDials: [{ ...speedDial, number: "5002" }] }),
    "speedDials.label": phone({ speedDials: [{ ...speedDial, label: "Busan" }] }),
    expansionModules: phone({ expansionModules: ["BEKEM 36-Button Line Expansion Module"] }),
  },
  softkeyTemplate: {
    callStates: {
      softkeyLayout: () => ({ ...standardLayout(), "On Hook": ["Redial", "NewCall", "CallBack"] }),
    },
  },
  phoneButtonTemplate: {
    buttons: buttons((all) => all.slice(0, 3)),
    "buttons.feature": button(3, { feature: "CallBack" }),
    "buttons.label": button(3, { label: "Warehouse" }),
  },
  commonDeviceConfiguration: {
    networkHoldMohAudioSourceId: common({ networkHoldMohAudioSourceId: 2 }),
    userHoldMohAudioSourceId: common({ userHoldMohAudioSourceId: 2 }),
    mlppDomainId: common({ mlppDomainId: "1" }),
    mlppIndicationStatus: common({ mlppIndicationStatus: "On" }),
    useTrustedRelayPoint: common({ useTrustedRelayPoint: true }),
    preemption: common({ preemption: "Forceful" }),
    ipAddressingMode: common({ ipAddressingMode: "IPv4 Only" }),
    ipAddressingModePreferenceControl: common({ ipAddressingModePreferenceControl: "IPv6" }),
    allowAutoConfigurationForPhones: common({ allowAutoConfigurationForPhones: "On" }),
    useImeForOutboundCalls: common({ useImeForOutboundCalls: "On" }),
    confidentialAccessMode: common({ confidentialAccessMode: "Fixed" }),
    confidentialAccessLevel: common({ confidentialAccessLevel: 1 }),
    allowDuplicateAddressDetection: common({ allowDuplicateAddressDetection: "On" }),
    acceptRedirectMessages: common({ acceptRedirectMessages: "On" }),
    replyMulticastEchoRequest: common({ replyMulticastEchoRequest: "On" }),
  },
  directoryNumber: {
    description: number({ description: "Lobby" }),
    alertingName: number({ alertingName: "Lobby" }),
    "forward.all.destination": forward("all", { destination: "2009" }),
    "forward.all.voiceMail": forward("all", { voiceMail: true }),
    "forward.busy.destination": forward("busy", { destination: "2009" }),
    "forward.busy.voiceMail": forward("busy", { voiceMail: true }),
    "forward.noAnswer.destination": forward("noAnswer", { destination: "2009" }),
    "forward.noAnswer.voiceMail": forward("noAnswer", { voiceMail: true }),
    "forward.unregistered.destination": forward("unregistered", { destination: "2009" }),
    "forward.unregistered.voiceMail": forward("unregistered", { voiceMail: true }),
    noAnswerSeconds: number({ noAnswerSeconds: 20 }),
    busyTrigger: number({ busyTrigger: 2 }),
    maxCalls: number({ maxCalls: 4 }),
    callingSearchSpace: number({ callingSearchSpace: "Seoul" }),
  },
};
