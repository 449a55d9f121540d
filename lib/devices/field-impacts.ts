import type { Confidence } from "@/lib/catalog/sources";
import type { ContentChange } from "@/lib/configuration/content-difference";
import type { Impact } from "@/lib/devices/impact";

/** What an object of the configuration brings to a phone. */
export type ChangedPart =
  | "phone"
  | "softkeyTemplate"
  | "phoneButtonTemplate"
  | "commonDeviceConfiguration"
  | "directoryNumber";

/** What the change of a field means: what happens to the phone, or that call processing reads it as it is saved. */
type ChangeImpact = Impact | "atOnce";

interface FieldImpact {
  readonly impact: ChangeImpact;
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
/** Call processing reads it as it is saved: it works at once, and no phone waits for Apply Config. */
const atOnce = { impact: "atOnce", confidence: "memory" } as const;

/**
 * What a change of each field does to a phone that runs. Fields of lists are `list.field`; an item that comes or
 * goes counts as `list`. The keys of a phone are part of what it downloads, so they mean a restart; what Unified CM
 * keeps or can send to a running phone does not; what decides where a call goes is asked for with each call. Where no
 * public text says which is which, the choice is ours.
 */
export const fieldImpacts: Readonly<Record<ChangedPart, Readonly<Record<string, FieldImpact>>>> = {
  phone: {
    name: decidedRestart,
    description: dynamic,
    model: reset,
    protocol: reset,
    devicePool: decidedRestart,
    callingSearchSpace: atOnce,
    softkeyTemplate: restart,
    phoneButtonTemplate: restart,
    userLocale: decidedRestart,
    networkLocale: decidedRestart,
    "dnd.status": atOnce,
    "dnd.option": atOnce,
    extensionMobility: atOnce,
    owner: dynamic,
    lines: decidedRestart,
    "lines.directoryNumber": decidedRestart,
    "lines.partition": decidedRestart,
    "lines.label": dynamic,
    "lines.displayName": dynamic,
    "lines.busyTrigger": atOnce,
    "lines.maxCalls": atOnce,
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
    description: atOnce,
    alertingName: atOnce,
    "forward.all.destination": atOnce,
    "forward.all.voiceMail": atOnce,
    "forward.busy.destination": atOnce,
    "forward.busy.voiceMail": atOnce,
    "forward.noAnswer.destination": atOnce,
    "forward.noAnswer.voiceMail": atOnce,
    "forward.unregistered.destination": atOnce,
    "forward.unregistered.voiceMail": atOnce,
    noAnswerSeconds: atOnce,
    busyTrigger: atOnce,
    maxCalls: atOnce,
    callingSearchSpace: atOnce,
  },
};

/** What a change of the field means for a phone; a field that the table does not know restarts it, to be safe. */
export function impactOfField(part: ChangedPart, field: string): ChangeImpact {
  const fields = fieldImpacts[part];
  return Object.hasOwn(fields, field) ? (fields[field]?.impact ?? "restart") : "restart";
}

/** The field of a change as the table names it. */
export function fieldOfChange(change: ContentChange): string {
  switch (change.kind) {
    case "renamed":
      return "name";
    case "valueChanged":
      return change.field.startsWith("callStates.") ? "callStates" : change.field;
    case "itemChanged":
      return `${change.list}.${change.field}`;
    case "itemAdded":
    case "itemRemoved":
      return change.list;
  }
}

/** What one change of a part means for a phone. */
export function impactOfChange(part: ChangedPart, change: ContentChange): ChangeImpact {
  return impactOfField(part, fieldOfChange(change));
}

/** That a phone has to get it by Apply Config: it stays in the console, or holds at once, else. */
export function isDownloaded(impact: ChangeImpact): impact is Exclude<Impact, "none"> {
  return impact !== "none" && impact !== "atOnce";
}

/** Fields of the content of a part, by their first names, that call processing reads as they are saved. */
export function fieldsAtOnce(part: ChangedPart): readonly string[] {
  const entries = Object.entries(fieldImpacts[part]).map(([path, { impact }]) => ({
    field: path.split(".")[0] ?? path,
    impact,
  }));
  const downloaded = new Set(entries.filter(({ impact }) => impact !== "atOnce").map(({ field }) => field));
  return [...new Set(entries.map(({ field }) => field))].filter((field) => !downloaded.has(field));
}

/** Fields of the items of a list that call processing reads as they are saved. */
export function itemFieldsAtOnce(part: ChangedPart, list: string): readonly string[] {
  return Object.entries(fieldImpacts[part]).flatMap(([path, { impact }]) =>
    impact === "atOnce" && path.startsWith(`${list}.`) ? [path.slice(list.length + 1)] : [],
  );
}
