import { describeObject } from "@/components/console/object/object-description";
import {
  descriptionField,
  type FieldDescription,
  nameField,
} from "@/components/console/object/object-fields";
import {
  type CommonDeviceConfigurationField,
  commonDeviceConfigurationFields,
} from "@/lib/catalog/common-device-configuration-fields";
import {
  type CommonDeviceConfigurationContent,
  commonDeviceConfigurationRules,
} from "@/lib/configuration/common-device-configuration";
import type { CommonDeviceConfigurationDto } from "@/lib/contract/common-device-configuration";

type Field = FieldDescription<CommonDeviceConfigurationContent>;
type FieldName = keyof typeof commonDeviceConfigurationFields;

function referenceTo(name: FieldName) {
  if (name === "softkeyTemplate") return { to: "softkeyTemplate" } as const;
  const kind = name === "userLocale" ? "user" : "network";
  return { to: "locale", where: () => [`kind:isExactly:${kind}`] } as const;
}

/** The control of a field, as the catalogue describes it. */
function fieldOf(name: FieldName): Field {
  const facts: CommonDeviceConfigurationField = commonDeviceConfigurationFields[name];
  switch (facts.type) {
    case "reference":
      return { path: name, control: "reference", ...referenceTo(name) };
    case "choice":
      return { path: name, control: "choice", choices: facts.choices, isOptional: facts.default === null };
    case "text":
      return { path: name, control: "text", maximum: facts.maximumLength };
    case "number": {
      const { minimum, maximum } = facts;
      return { path: name, control: "number", minimum, maximum, isOptional: true };
    }
    case "flag":
      return { path: name, control: "flag" };
  }
}

/** The sections of the page; the first one begins with name and description. */
const groups = [
  { id: "information", fields: ["softkeyTemplate", "userLocale", "networkLocale", "useTrustedRelayPoint"] },
  { id: "musicOnHold", fields: ["userHoldMohAudioSourceId", "networkHoldMohAudioSourceId"] },
  {
    id: "addressing",
    fields: [
      "ipAddressingMode",
      "ipAddressingModePreferenceControl",
      "allowAutoConfigurationForPhones",
      "allowDuplicateAddressDetection",
      "acceptRedirectMessages",
      "replyMulticastEchoRequest",
    ],
  },
  { id: "mlpp", fields: ["mlppDomainId", "mlppIndicationStatus", "preemption"] },
  {
    id: "calls",
    fields: ["useImeForOutboundCalls", "confidentialAccessMode", "confidentialAccessLevel"],
  },
] as const satisfies readonly { id: string; fields: readonly FieldName[] }[];

/** What the pages of common device configurations show: every field of Unified CM's object (CD-01, CD-02). */
export const commonDeviceConfiguration = describeObject<
  CommonDeviceConfigurationContent,
  CommonDeviceConfigurationDto
>({
  kind: "commonDeviceConfiguration",
  rules: commonDeviceConfigurationRules,
  groups: groups.map(({ id, fields }) => ({
    id,
    fields: [...(id === "information" ? [nameField, descriptionField] : []), ...fields.map(fieldOf)],
  })),
  columns: [
    { field: "description" },
    { field: "softkeyTemplate", to: "softkeyTemplate" },
    { field: "userLocale" },
    { field: "networkLocale" },
  ],
  searched: [
    { field: "name" },
    { field: "description" },
    { field: "softkeyTemplate" },
    { field: "userLocale" },
    { field: "networkLocale" },
  ],
});
