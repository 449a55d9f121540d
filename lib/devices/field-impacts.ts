import type { Confidence } from "@/lib/catalog/sources";
import type { Impact } from "@/lib/devices/impact";

/** What an object of the configuration brings to a phone. */
export type ChangedPart =
  | "phone"
  | "softkeyTemplate"
  | "phoneButtonTemplate"
  | "commonDeviceConfiguration"
  | "directoryNumber";

interface FieldImpact {
  readonly impact: Impact;
  readonly confidence: Confidence;
}

/** The chapter says that these restart the phone [SK-10, CD-03, BT-05]. */
const restart = { impact: "restart", confidence: "verified" } as const;
const decidedRestart = { impact: "restart", confidence: "memory" } as const;
const dynamic = { impact: "dynamic", confidence: "memory" } as const;
/** The phone must sign in anew, at another address. */
const reRegister = { impact: "reRegister", confidence: "memory" } as const;
/** Another model or protocol is other firmware; never changed by an administrator. */
const reset = { impact: "reset", confidence: "memory" } as const;
/** Never leaves the console. */
const none = { impact: "none", confidence: "memory" } as const;

/**
 * What a change of each field does to a phone that runs. Fields of lists are `list.field`; an item that comes or
 * goes counts as `list`. The keys of a phone are part of what it downloads, so they mean a restart; what Unified CM
 * keeps or can send to a running phone does not. Where no public text says which is which, the choice is ours.
 */
export const fieldImpacts: Readonly<Record<ChangedPart, Readonly<Record<string, FieldImpact>>>> = {
  phone: {
    name: decidedRestart,
    description: dynamic,
    model: reset,
    protocol: reset,
    devicePool: decidedRestart,
    softkeyTemplate: restart,
    phoneButtonTemplate: restart,
    userLocale: decidedRestart,
    networkLocale: decidedRestart,
    "dnd.status": dynamic,
    "dnd.option": dynamic,
    extensionMobility: dynamic,
    owner: dynamic,
    lines: decidedRestart,
    "lines.directoryNumber": decidedRestart,
    "lines.partition": decidedRestart,
    "lines.label": dynamic,
    "lines.displayName": dynamic,
    speedDials: decidedRestart,
    "speedDials.number": decidedRestart,
    "speedDials.label": dynamic,
    expansionModules: decidedRestart,
  },
  softkeyTemplate: { callStates: restart },
  phoneButtonTemplate: { buttons: restart, "buttons.feature": restart, "buttons.label": dynamic },
  commonDeviceConfiguration: {
    networkHoldMohAudioSourceId: dynamic,
    userHoldMohAudioSourceId: dynamic,
    mlppDomainId: dynamic,
    mlppIndicationStatus: dynamic,
    useTrustedRelayPoint: dynamic,
    preemption: dynamic,
    ipAddressingMode: reRegister,
    ipAddressingModePreferenceControl: reRegister,
    allowAutoConfigurationForPhones: decidedRestart,
    useImeForOutboundCalls: dynamic,
    confidentialAccessMode: dynamic,
    confidentialAccessLevel: dynamic,
    allowDuplicateAddressDetection: decidedRestart,
    acceptRedirectMessages: decidedRestart,
    replyMulticastEchoRequest: decidedRestart,
  },
  directoryNumber: {
    description: none,
    alertingName: dynamic,
    "forward.all.destination": dynamic,
    "forward.all.voiceMail": dynamic,
    "forward.busy.destination": dynamic,
    "forward.busy.voiceMail": dynamic,
    "forward.noAnswer.destination": dynamic,
    "forward.noAnswer.voiceMail": dynamic,
    "forward.unregistered.destination": dynamic,
    "forward.unregistered.voiceMail": dynamic,
    noAnswerSeconds: dynamic,
    busyTrigger: decidedRestart,
    maxCalls: decidedRestart,
    callingSearchSpace: dynamic,
  },
};

/** What a change of the field does to a phone; a field that the table does not know restarts it, to be safe. */
export function impactOfField(part: ChangedPart, field: string): Impact {
  const fields = fieldImpacts[part];
  return Object.hasOwn(fields, field) ? (fields[field]?.impact ?? "restart") : "restart";
}
