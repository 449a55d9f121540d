import {
  type CommonDeviceConfigurationField,
  commonDeviceConfigurationFields,
} from "@/lib/catalog/common-device-configuration-fields";

/** The name of a field besides name and description. */
export type FieldName = keyof typeof commonDeviceConfigurationFields;

/** What the catalogue says of a field. */
export function fieldOf(name: FieldName): CommonDeviceConfigurationField {
  return commonDeviceConfigurationFields[name];
}

export const fieldNames = Object.keys(commonDeviceConfigurationFields) as FieldName[];

/** The sections of the page with their fields, in its order; the first one begins with name and description. */
export const fieldGroups = [
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
