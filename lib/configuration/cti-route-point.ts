import { type ContentRules, contentRules } from "@/lib/configuration/content-rules";
import { contentShape } from "@/lib/configuration/content-shape";
import { descriptionValue, nameValue, optional, optionalReference } from "@/lib/configuration/content-values";
import { destinationValue, directoryNumberValue } from "@/lib/configuration/number-rules";

/** A number without a phone that forwards its calls; a target of call back when to a supported phone [PR-07]. */
export interface CtiRoutePointContent {
  readonly name: string;
  readonly description: string;
  readonly directoryNumber: string;
  readonly partition: string | null;
  readonly forwardTo: string | null;
}

export const ctiRoutePointRules: ContentRules<CtiRoutePointContent> = contentRules(
  "ctiRoutePoint",
  contentShape<CtiRoutePointContent>({
    name: nameValue,
    description: descriptionValue,
    directoryNumber: directoryNumberValue,
    partition: optionalReference,
    forwardTo: optional(destinationValue),
  }),
);
