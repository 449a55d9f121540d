import { parsePattern } from "@/lib/configuration/route-patterns/parse-pattern";

/** Which numbers a route pattern stands for. */
export type PatternSpan =
  | { readonly kind: "exactly"; readonly first: string }
  | { readonly kind: "range"; readonly first: string; readonly last: string; readonly count: number }
  /** As many characters as `length`, or more. */
  | { readonly kind: "open"; readonly first: string; readonly length: number };

/** The numbers for which a valid pattern stands: the first and last of them, and how many there are. */
export function patternSpan(pattern: string): PatternSpan {
  const { places } = parsePattern(pattern) ?? { places: [] };
  const needed = places.filter(({ least }) => least === 1);
  const first = needed.map(({ accepts }) => accepts[0]).join("");
  if (places.some(({ isRepeated }) => isRepeated)) return { kind: "open", first, length: needed.length };
  const count = places.reduce((product, { accepts }) => product * accepts.length, 1);
  if (count === 1) return { kind: "exactly", first };
  return { kind: "range", first, last: places.map(({ accepts }) => accepts.at(-1)).join(""), count };
}
