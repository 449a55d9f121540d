import { type ContentRules, contentRules } from "@/lib/configuration/content-rules";
import { contentShape } from "@/lib/configuration/content-shape";
import { descriptionValue, optionalReference, referenceValue } from "@/lib/configuration/content-values";
import { routePatternValue } from "@/lib/configuration/number-rules";

/** Which dialled digits go out over which trunk; told apart by pattern and partition. */
export interface RoutePatternContent {
  readonly pattern: string;
  readonly partition: string | null;
  readonly description: string;
  readonly trunk: string;
}

export const routePatternRules: ContentRules<RoutePatternContent> = contentRules(
  "routePattern",
  contentShape<RoutePatternContent>({
    pattern: routePatternValue,
    partition: optionalReference,
    description: descriptionValue,
    trunk: referenceValue,
  }),
);
