import { beginning, follow } from "@/lib/configuration/route-patterns/follow-pattern";
import { fits } from "@/lib/configuration/route-patterns/match-pattern";
import { type ParsedPattern, parsePattern } from "@/lib/configuration/route-patterns/parse-pattern";

/**
 * Whether some digits that fit the pattern go out as this number.
 * @param discardsPreDot what is dialled before the dot of the pattern does not go out
 */
export function leadsTo(pattern: string, discardsPreDot: boolean, number: string): boolean {
  const parsed = parsePattern(pattern);
  if (!parsed) return false;
  return fits(discardsPreDot ? parsed.places.slice(parsed.dot ?? 0) : parsed.places, number);
}

/**
 * What is left of dialled digits without those before the dot of the pattern that they fit; all of them when it has no dot.
 * Where the dot can be at several places, as few as possible are left.
 */
export function withoutPreDot({ places, dot }: ParsedPattern, digits: string): string {
  if (dot === null) return digits;
  const [before, after] = [places.slice(0, dot), places.slice(dot)];
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
