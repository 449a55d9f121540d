import type { PhoneProtocol } from "@/lib/catalog/phone-models";

/** Kinds of objects that a phone of a file names, and that may not be here. */
export const namedKinds = [
  "devicePool",
  "partition",
  "callingSearchSpace",
  "commonDeviceConfiguration",
  "softkeyTemplate",
  "phoneButtonTemplate",
  "endUser",
  "locale",
] as const;
export type NamedKind = (typeof namedKinds)[number];

/** What the DND option of a phone in Unified CM can be. */
export const fileDndOptions = ["Ringer Off", "Call Reject", "Use Common Phone Profile Setting"] as const;

/** Values of columns without a meaning here, by their heading; those of a line have no number. Empty ones are absent. */
export type Kept = Record<string, string>;

/** Where a file says that calls go instead; a field is absent where the file has no column for it. */
export interface FileForward {
  destination?: string | null;
  voiceMail?: boolean;
  callingSearchSpace?: string | null;
}

/** Forwarding of calls from inside and outside the cluster; external null is as internal. */
export interface FileForwards extends FileForward {
  external?: FileForward | null;
}

export interface FileLine {
  index: number;
  /** As it is stored here: without the backslash before the plus. */
  directoryNumber: string;
  partition?: string | null;
  callingSearchSpace?: string | null;
  label?: string;
  displayName?: string;
  asciiDisplayName?: string;
  alertingName?: string;
  description?: string;
  maxCalls?: number;
  busyTrigger?: number;
  noAnswerSeconds?: number;
  forward: { all?: FileForward; busy?: FileForwards; noAnswer?: FileForwards; unregistered?: FileForwards };
  kept: Kept;
}

export interface FileSpeedDial {
  index: number;
  number: string;
  label?: string;
}

/**
 * A phone as a file of Unified CM has it. A field is absent when the file has no column for it, or nothing there that it
 * can be: nothing is known of it then. Null and an empty text are what the file says.
 */
export interface FilePhone {
  name: string;
  model?: string;
  protocol?: PhoneProtocol;
  description?: string;
  devicePool?: string;
  phoneButtonTemplate?: string;
  softkeyTemplate?: string | null;
  commonDeviceConfiguration?: string | null;
  callingSearchSpace?: string | null;
  userLocale?: string | null;
  networkLocale?: string | null;
  owner?: string | null;
  extensionMobility?: boolean;
  dndStatus?: boolean;
  dndOption?: (typeof fileDndOptions)[number];
  /** Of models that need it: whether the softkey template counts. */
  softkeyControl?: boolean;
  /** Expansion modules, the one next to the phone first. */
  expansionModules?: string[];
  lines: FileLine[];
  speedDials: FileSpeedDial[];
  kept: Kept;
}
