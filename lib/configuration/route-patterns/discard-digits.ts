import { beginning, follow } from "@/lib/configuration/route-patterns/follow-pattern";
import { fits } from "@/lib/configuration/route-patterns/match-pattern";
import { parsePattern } from "@/lib/configuration/route-patterns/parse-pattern";

/**
 * What is left of dialled digits without those before the dot of the pattern that they fit; all of them when it has no dot.
 * Where the dot can be at several places, as few as possible are left.
 */
export function withoutPreDot(pattern: string, digits: string): string {
  const parsed = parsePattern(pattern);
  if (!parsed || parsed.dot === null) return digits;
  const [before, after] = [parsed.places.slice(0, parsed.dot), parsed.places.slice(parsed.dot)];
  const ends: number[] = [];
  let standing = beginning(before);
  for (let at = 0; standing.size > 0; at++) {
    if (standing.has(before.length)) ends.push(at);
    const digit = digits[at];
    if (digit === undefined) break;
    standing = follow(before, standing, digit);
  }
  const end = ends.findLast((at) => fits(after, digits.slice(at)));
  return end === undefined ? digits : digits.slice(end);
}
