import { type ContentRules, contentRules } from "@/lib/configuration/content-rules";
import { type ContentOf, contentShape } from "@/lib/configuration/content-shape";
import {
  descriptionValue,
  flagValue,
  numberValue,
  optional,
  optionalReference,
  textValue,
  unlisted,
} from "@/lib/configuration/content-values";
import { destinationValue, directoryNumberValue } from "@/lib/configuration/number-rules";

/** Of Unified CM: the most calls on one line of a device. */
const mostCalls = 200;

/** Where a call goes instead; voice mail wins over the destination. Both empty: it is not forwarded. */
const forwardTarget = contentShape({
  destination: optional(destinationValue),
  voiceMail: unlisted(flagValue(false)),
});

const shape = contentShape({
  pattern: directoryNumberValue,
  partition: optionalReference,
  description: descriptionValue,
  alertingName: textValue(50),
  /** The situations in which it forwards its calls. */
  forward: contentShape({
    all: forwardTarget,
    busy: forwardTarget,
    noAnswer: forwardTarget,
    unregistered: forwardTarget,
  }),
  noAnswerSeconds: numberValue(1, 300, 12),
  /** Calls on one device from which on further callers hear busy; at most `maxCalls`. */
  busyTrigger: numberValue(1, mostCalls, 1),
  maxCalls: numberValue(1, mostCalls, 2),
  callingSearchSpace: optionalReference,
});

/** A number that phones share by having it on a line; told apart by pattern and partition. */
export type DirectoryNumberContent = ContentOf<typeof shape>;
export type ForwardSettings = DirectoryNumberContent["forward"];
export type ForwardTarget = ContentOf<typeof forwardTarget>;

export const directoryNumberRules: ContentRules<DirectoryNumberContent> = contentRules(
  "directoryNumber",
  shape,
  {
    check: ({ busyTrigger, maxCalls }) =>
      busyTrigger > maxCalls
        ? [{ path: ["busyTrigger"], code: "triggerAboveLimit", params: { limit: maxCalls } }]
        : [],
  },
);
