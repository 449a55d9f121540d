import { type ContentRules, contentRules } from "@/lib/configuration/content-rules";
import { type ContentOf, contentShape } from "@/lib/configuration/content-shape";
import {
  deviceDescriptionValue,
  nameValue,
  optional,
  optionalReference,
} from "@/lib/configuration/content-values";
import { destinationValue, directoryNumberValue } from "@/lib/configuration/number-rules";

const shape = contentShape({
  name: nameValue,
  description: deviceDescriptionValue,
  directoryNumber: directoryNumberValue,
  partition: optionalReference,
  forwardTo: optional(destinationValue),
});

/** A number without a phone that forwards its calls; a target of call back when to a supported phone [PR-07]. */
export type CtiRoutePointContent = ContentOf<typeof shape>;

export const ctiRoutePointRules: ContentRules<CtiRoutePointContent> = contentRules("ctiRoutePoint", shape);
