import { type ContentRules, contentRules } from "@/lib/configuration/content-rules";
import { type ContentOf, contentShape } from "@/lib/configuration/content-shape";
import {
  choiceValue,
  descriptionValue,
  optional,
  optionalReference,
  referenceValue,
} from "@/lib/configuration/content-values";
import { routePatternValue } from "@/lib/configuration/number-rules";
import type { Problem } from "@/lib/configuration/problem";
import { parsePattern } from "@/lib/configuration/route-patterns/parse-pattern";

const shape = contentShape({
  pattern: routePatternValue,
  partition: optionalReference,
  description: descriptionValue,
  trunk: referenceValue,
  /** What does not go out over the trunk: nothing, or what is before the dot of the pattern. */
  discardDigits: optional(choiceValue(["preDot"])),
});

/** Which dialled digits go out over which trunk; told apart by pattern and partition. */
export type RoutePatternContent = ContentOf<typeof shape>;

/** What is before the dot can be discarded where there is one. */
function check({ pattern, discardDigits }: RoutePatternContent): Problem[] {
  const isWithoutDot = parsePattern(pattern)?.dot === null;
  return discardDigits !== null && isWithoutDot ? [{ path: ["discardDigits"], code: "dotMissing" }] : [];
}

export const routePatternRules: ContentRules<RoutePatternContent> = contentRules("routePattern", shape, {
  check,
});
