import { type ContentRules, contentRules } from "@/lib/configuration/content-rules";
import { contentShape } from "@/lib/configuration/content-shape";
import {
  descriptionValue,
  flagValue,
  numberValue,
  optional,
  optionalReference,
  textValue,
} from "@/lib/configuration/content-values";
import { destinationValue, directoryNumberValue } from "@/lib/configuration/number-rules";

/** Where a call goes instead; voice mail wins over the destination. Both empty: it is not forwarded. */
export interface ForwardTarget {
  readonly destination: string | null;
  readonly voiceMail: boolean;
}

/** The situations in which a directory number forwards its calls. */
export interface ForwardSettings {
  readonly all: ForwardTarget;
  readonly busy: ForwardTarget;
  readonly noAnswer: ForwardTarget;
  readonly unregistered: ForwardTarget;
}

/** A number that phones share by having it on a line; told apart by pattern and partition. */
export interface DirectoryNumberContent {
  readonly pattern: string;
  readonly partition: string | null;
  readonly description: string;
  readonly alertingName: string;
  readonly forward: ForwardSettings;
  readonly noAnswerSeconds: number;
  /** Calls on one device from which on further callers hear busy; at most `maxCalls`. */
  readonly busyTrigger: number;
  readonly maxCalls: number;
  readonly callingSearchSpace: string | null;
}

/** Limits of Unified CM: seconds until a call counts as not answered, and calls on one line of a device. */
export const noAnswerSecondsRange = { minimum: 1, maximum: 300, initial: 12 } as const;
export const maxCallsRange = { minimum: 1, maximum: 200, initial: 2 } as const;

const forwardTarget = contentShape<ForwardTarget>({
  destination: optional(destinationValue),
  voiceMail: flagValue(false),
});

export const directoryNumberRules: ContentRules<DirectoryNumberContent> = contentRules(
  "directoryNumber",
  contentShape<DirectoryNumberContent>({
    pattern: directoryNumberValue,
    partition: optionalReference,
    description: descriptionValue,
    alertingName: textValue(50),
    forward: contentShape<ForwardSettings>({
      all: forwardTarget,
      busy: forwardTarget,
      noAnswer: forwardTarget,
      unregistered: forwardTarget,
    }),
    noAnswerSeconds: numberValue(
      noAnswerSecondsRange.minimum,
      noAnswerSecondsRange.maximum,
      noAnswerSecondsRange.initial,
    ),
    busyTrigger: numberValue(maxCallsRange.minimum, maxCallsRange.maximum, 1),
    maxCalls: numberValue(maxCallsRange.minimum, maxCallsRange.maximum, maxCallsRange.initial),
    callingSearchSpace: optionalReference,
  }),
  {
    check: ({ busyTrigger, maxCalls }) =>
      busyTrigger > maxCalls
        ? [{ path: ["busyTrigger"], code: "triggerAboveLimit", params: { limit: maxCalls } }]
        : [],
  },
);
