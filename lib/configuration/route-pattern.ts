import { type ContentRules, contentRules } from "@/lib/configuration/content-rules";
import { type ContentOf, contentShape } from "@/lib/configuration/content-shape";
import { descriptionValue, optionalReference, referenceValue } from "@/lib/configuration/content-values";
import { routePatternValue } from "@/lib/configuration/number-rules";

const shape = contentShape({
  pattern: routePatternValue,
  partition: optionalReference,
  description: descriptionValue,
  trunk: referenceValue,
});

/** Which dialled digits go out over which trunk; told apart by pattern and partition. */
export type RoutePatternContent = ContentOf<typeof shape>;

export const routePatternRules: ContentRules<RoutePatternContent> = contentRules("routePattern", shape);
