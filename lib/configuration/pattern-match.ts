import { matchesRoutePattern, openPlaces } from "@/lib/configuration/number-rules";

/** Which numbers a route pattern stands for. */
export type PatternSpan =
  | { readonly kind: "exactly"; readonly first: string }
  /** `digits` places are open: there are ten to the power of that many numbers. */
  | { readonly kind: "range"; readonly first: string; readonly last: string; readonly digits: number }
  /** As many characters as `length`, or more. */
  | { readonly kind: "open"; readonly first: string; readonly length: number };

/** The numbers for which a valid pattern stands: the first and last of them, and how many there are. */
export function patternSpan(pattern: string): PatternSpan {
  const shortest = pattern.replace(/!$/, "X");
  const first = shortest.replaceAll("X", "0");
  if (shortest !== pattern) return { kind: "open", first, length: first.length };
  const digits = openPlaces(pattern);
  if (digits === 0) return { kind: "exactly", first };
  return { kind: "range", first, last: pattern.replaceAll("X", "9"), digits };
}

/** Why a number does not fit a pattern; positions count from 1, and `expected` is a character or `X`. */
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
  if (matchesRoutePattern(pattern, digits)) return null;
  const isOpen = pattern.endsWith("!");
  const places = Array.from(pattern.replace(/!$/, "X"));
  const characters = Array.from(digits);
  const position = characters.findIndex((character, index) => {
    const place = places[index] ?? (isOpen ? "X" : null);
    return place !== null && !matchesRoutePattern(place, character);
  });
  const found = characters[position];
  if (found !== undefined) {
    return { kind: "wrongPlace", position: position + 1, found, expected: places[position] ?? "X" };
  }
  const kind = characters.length < places.length ? "tooShort" : "tooLong";
  return { kind, length: characters.length, expected: places.length };
}
