import { beginning, follow } from "@/lib/configuration/route-patterns/follow-pattern";
import { parsePattern } from "@/lib/configuration/route-patterns/parse-pattern";

/** Why a number does not fit a pattern; positions count from 1, and `expected` is a part of the pattern, such as `X`. */
export type PatternMismatch =
  | { readonly kind: "tooShort" | "tooLong"; readonly length: number; readonly expected: number }
  | {
      readonly kind: "wrongPlace";
      readonly position: number;
      readonly found: string;
      readonly expected: string;
    };

/** Why the dialed digits do not fit a valid pattern, or null when they do. */
export function patternMismatch(pattern: string, digits: string): PatternMismatch | null {
  const { places } = parsePattern(pattern) ?? { places: [] };
  const { length } = digits;
  let standing = beginning(places);
  for (const [at, found] of Array.from(digits).entries()) {
    const next = follow(places, standing, found);
    if (next.size > 0) {
      standing = next;
      continue;
    }
    const expected = places[Math.max(...[...standing].filter((place) => place < places.length))]?.text;
    if (expected === undefined) return { kind: "tooLong", length, expected: at };
    return { kind: "wrongPlace", position: at + 1, found, expected };
  }
  if (standing.has(places.length)) return null;
  const expected = places.filter(({ least }) => least === 1).length;
  return { kind: "tooShort", length, expected };
}
