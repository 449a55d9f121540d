import { beginning, follow } from "@/lib/configuration/route-patterns/follow-pattern";
import { type PatternPlace, parsePattern } from "@/lib/configuration/route-patterns/parse-pattern";

/** True when the dialled digits fit the pattern; to what is no pattern nothing fits. */
export function matchesRoutePattern(pattern: string, digits: string): boolean {
  const parsed = parsePattern(pattern);
  return parsed !== null && fits(parsed.places, digits);
}

/** True when all characters fit, one after the other, and none is missing. */
export function fits(places: readonly PatternPlace[], digits: string): boolean {
  let standing = beginning(places);
  for (const digit of digits) {
    standing = follow(places, standing, digit);
    if (standing.size === 0) return false;
  }
  return standing.has(places.length);
}
