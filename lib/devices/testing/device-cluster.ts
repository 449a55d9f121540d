import type { SoftkeyId } from "@/lib/catalog/softkeys";
import type { PhoneContent } from "@/lib/configuration/phone";
import { buttonTemplate, deskPhone } from "@/lib/configuration/testing/cluster";
import { standardLayout } from "@/lib/configuration/testing/layouts";
import type { ConfigurationSnapshot, RevisionReference } from "@/lib/devices/device";
import { type DeviceConfiguration, deviceConfiguration } from "@/lib/devices/device-configuration";
import { commonContent, deviceSources, numberContent } from "@/lib/devices/testing/example-device";

/** The phones of a small cluster. The last two share a common device configuration; the last has a locale of its own. */
export const phoneNames = [
  "SEP000000000001",
  "SEP000000000002",
  "SEP000000000003",
  "SEP000000000004",
] as const;
export type PhoneName = (typeof phoneNames)[number];
export const templateIds = ["first", "second"] as const;
export type TemplateId = (typeof templateIds)[number];

/** One change that an administrator saves; `value` 0 to 2 is what a field holds, so that changes can be undone. */
export type Edit =
  | {
      readonly edit: "description" | "lineLabel" | "speedDial";
      readonly phone: PhoneName;
      readonly value: number;
    }
  | { readonly edit: "template"; readonly phone: PhoneName; readonly template: TemplateId }
  | { readonly edit: "layout" | "templateName"; readonly template: TemplateId; readonly value: number }
  | { readonly edit: "addressing" | "locale" | "buttonLabel" | "forward"; readonly value: number };

const addressings = ["IPv4 and IPv6", "IPv4 Only", "IPv6 Only"] as const;
const locales = ["English United States", "Korean Korea Republic", "French France"] as const;
const onHook: readonly (readonly SoftkeyId[])[] = [
  ["Redial", "NewCall"],
  ["Redial", "NewCall", "CallBack"],
  ["NewCall", "CallBack"],
];

/** Every revision of every object, oldest first, as plain data: the first one of an object has number 1. */
export type Revisions = Readonly<Record<string, readonly Readonly<Record<string, number | string | null>>[]>>;

/** The cluster before anything is changed. */
export const firstRevisions: Revisions = {
  ...Object.fromEntries(
    phoneNames.map((name, at) => [
      name,
      [
        {
          description: 0,
          lineLabel: 0,
          speedDial: 0,
          template: at === 1 ? "second" : at < 2 ? "first" : null,
        },
      ],
    ]),
  ),
  first: [{ layout: 0, templateName: 0 }],
  second: [{ layout: 1, templateName: 0 }],
  common: [{ addressing: 0, locale: 0 }],
  buttons: [{ buttonLabel: 0 }],
  number: [{ forward: 0 }],
};

/** The revisions after an edit: a new one of the object that it changes, if phones download what it changes. */
export function saved(revisions: Revisions, edit: Edit): Revisions {
  const object = {
    description: "phone" in edit ? edit.phone : "",
    lineLabel: "phone" in edit ? edit.phone : "",
    speedDial: "phone" in edit ? edit.phone : "",
    template: "phone" in edit ? edit.phone : "",
    layout: "template" in edit ? edit.template : "",
    templateName: "template" in edit ? edit.template : "",
    addressing: "common",
    locale: "common",
    buttonLabel: "buttons",
    forward: "number",
  }[edit.edit];
  const all = revisions[object] ?? [];
  const value = "value" in edit ? edit.value : edit.template;
  // What holds at once is no other revision for a phone.
  const older = edit.edit === "forward" ? all.slice(0, -1) : all;
  return { ...revisions, [object]: [...older, { ...all.at(-1), [edit.edit]: value }] };
}

const hasCommon = (name: PhoneName) => phoneNames.indexOf(name) >= 2;

function latest(revisions: Revisions, id: string): RevisionReference {
  return { id, number: revisions[id]?.length ?? 0 };
}

function fieldsAt(revisions: Revisions, { id, number }: RevisionReference) {
  return revisions[id]?.[number - 1] ?? {};
}

/** What a phone would download now. Without a template of its own it has that of the common device configuration. */
export function configuredSnapshot(revisions: Revisions, name: PhoneName): ConfigurationSnapshot {
  const phone = latest(revisions, name);
  return {
    phone,
    softkeyTemplate: latest(revisions, String(fieldsAt(revisions, phone).template ?? "first")),
    phoneButtonTemplate: latest(revisions, "buttons"),
    commonDeviceConfiguration: hasCommon(name) ? latest(revisions, "common") : null,
    deviceProfile: null,
    directoryNumbers: [latest(revisions, "number")],
  };
}

/** The configuration of a phone as it was when these revisions were the latest. */
export function configurationAt(revisions: Revisions, snapshot: ConfigurationSnapshot): DeviceConfiguration {
  const at = (reference: RevisionReference | null) => (reference ? fieldsAt(revisions, reference) : {});
  const nameOf = (reference: RevisionReference | null) =>
    reference &&
    `Template ${reference.id} ${fieldsAt(revisions, latest(revisions, reference.id)).templateName}`;
  const own = at(snapshot.phone);
  const common = at(snapshot.commonDeviceConfiguration);
  const template = nameOf(snapshot.softkeyTemplate);
  const isLast = snapshot.phone.id === phoneNames.at(-1);
  const phone: PhoneContent = deskPhone({
    name: snapshot.phone.id,
    description: `Desk ${own.description}`,
    softkeyTemplate: own.template ? template : null,
    commonDeviceConfiguration: snapshot.commonDeviceConfiguration ? "Seoul" : null,
    phoneButtonTemplate: "Reception buttons",
    userLocale: isLast ? "English United States" : null,
    lines: [
      {
        index: 1,
        directoryNumber: "2001",
        partition: null,
        label: `Line ${own.lineLabel}`,
        displayName: "",
        busyTrigger: 1,
        maxCalls: 2,
      },
    ],
    speedDials: [{ index: 1, number: `500${own.speedDial}`, label: "" }],
  });
  const buttons = buttonTemplate().buttons.map((button) =>
    button.position === 3
      ? { ...button, label: `Key ${at(snapshot.phoneButtonTemplate).buttonLabel}` }
      : button,
  );
  const keys = onHook[Number(at(snapshot.softkeyTemplate).layout)] ?? [];
  const [number = null] = snapshot.directoryNumbers;
  const destination = `600${at(number).forward}`;
  const { forward } = numberContent();
  return deviceConfiguration(
    deviceSources({
      phone,
      commonDeviceConfiguration: snapshot.commonDeviceConfiguration
        ? commonContent({
            softkeyTemplate: own.template ? null : template,
            ipAddressingMode: addressings[Number(common.addressing)] ?? "IPv4 and IPv6",
            userLocale: locales[Number(common.locale)] ?? null,
          })
        : null,
      defaultSoftkeyTemplate: template,
      softkeyLayout: () => ({ ...standardLayout(), "On Hook": keys }),
      templateButtons: () => buttons,
      directoryNumber: () =>
        numberContent({ forward: { ...forward, all: { destination, voiceMail: false } } }),
      snapshot,
    }),
  );
}
