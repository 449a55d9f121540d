import type { Confidence } from "@/lib/catalog/sources";

/** How far a common device configuration decides a switch: explicitly, or as the system does. */
export const statuses = ["Off", "On", "Default"] as const;

/** One field of the object besides its name, with the values that it accepts and its default. */
export type CommonDeviceConfigurationField =
  | { readonly type: "reference"; readonly to: "softkeyTemplate" | "locale" }
  | { readonly type: "flag"; readonly default: boolean }
  | { readonly type: "choice"; readonly default: string | null; readonly choices: readonly string[] }
  | { readonly type: "text"; readonly maximumLength: number }
  | {
      readonly type: "number";
      readonly minimum: number;
      readonly maximum: number;
      readonly rangeConfidence: Confidence;
    };

const status = { type: "choice", default: "Default", choices: statuses } as const;
// Unified CM numbers its audio sources for music on hold; no public text gives the highest one for every release.
const audioSource = { type: "number", minimum: 1, maximum: 501, rangeConfidence: "memory" } as const;

/**
 * All fields of the AXL object in its order, with networkLocale, which only the page has [CD-01, CD-02].
 * Names, defaults and choices are verified in the schema; fields without a default are empty (null).
 */
export const commonDeviceConfigurationFields = {
  softkeyTemplate: { type: "reference", to: "softkeyTemplate" },
  userLocale: { type: "reference", to: "locale" },
  networkLocale: { type: "reference", to: "locale" },
  networkHoldMohAudioSourceId: audioSource,
  userHoldMohAudioSourceId: audioSource,
  mlppDomainId: { type: "text", maximumLength: 128 },
  mlppIndicationStatus: status,
  useTrustedRelayPoint: { type: "flag", default: false },
  preemption: { type: "choice", default: "Default", choices: ["Disabled", "Forceful", "Default"] },
  ipAddressingMode: {
    type: "choice",
    default: "IPv4 and IPv6",
    choices: ["IPv4 Only", "IPv6 Only", "IPv4 and IPv6"],
  },
  ipAddressingModePreferenceControl: {
    type: "choice",
    default: "Use System Default",
    choices: ["IPv4", "IPv6", "Use System Default"],
  },
  allowAutoConfigurationForPhones: status,
  useImeForOutboundCalls: status,
  // The schema has mode and level of the confidential access inside one element; the choices are from memory.
  confidentialAccessMode: { type: "choice", default: null, choices: ["Fixed", "Variable"] },
  confidentialAccessLevel: { type: "number", minimum: 0, maximum: 99, rangeConfidence: "memory" },
  allowDuplicateAddressDetection: status,
  acceptRedirectMessages: status,
  replyMulticastEchoRequest: status,
} as const satisfies Readonly<Record<string, CommonDeviceConfigurationField>>;
