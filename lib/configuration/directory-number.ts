import { type ContentRules, contentRules } from "@/lib/configuration/content-rules";
import { type ContentOf, contentShape } from "@/lib/configuration/content-shape";
import {
  descriptionOf,
  flagValue,
  numberValue,
  optional,
  optionalReference,
  textValue,
  unlisted,
} from "@/lib/configuration/content-values";
import { maximumAlertingNameLength, maximumNumberDescriptionLength } from "@/lib/configuration/lengths";
import { checkLineLimits, initialLineLimits, mostCalls } from "@/lib/configuration/line-limits";
import { destinationValue, directoryNumberValue } from "@/lib/configuration/number-rules";

/** Where a call goes instead; voice mail wins over the destination. Both empty: it is not forwarded. */
const forwardTarget = contentShape({
  destination: optional(destinationValue),
  voiceMail: unlisted(flagValue(false)),
});

const shape = contentShape({
  pattern: directoryNumberValue,
  partition: optionalReference,
  description: descriptionOf(maximumNumberDescriptionLength),
  alertingName: textValue(maximumAlertingNameLength),
  /** The situations in which it forwards its calls. */
  forward: contentShape({
    all: forwardTarget,
    busy: forwardTarget,
    noAnswer: forwardTarget,
    unregistered: forwardTarget,
  }),
  noAnswerSeconds: numberValue(1, 300, 12),
  /** What new lines with the number begin with; those that it is on keep their own. */
  busyTrigger: numberValue(1, mostCalls, initialLineLimits.busyTrigger),
  maxCalls: numberValue(1, mostCalls, initialLineLimits.maxCalls),
  callingSearchSpace: optionalReference,
});

/** A number that phones share by having it on a line; told apart by pattern and partition. */
export type DirectoryNumberContent = ContentOf<typeof shape>;
export type ForwardSettings = DirectoryNumberContent["forward"];
export type ForwardTarget = ContentOf<typeof forwardTarget>;

export const directoryNumberRules: ContentRules<DirectoryNumberContent> = contentRules(
  "directoryNumber",
  shape,
  { check: (limits) => checkLineLimits(limits) },
);
