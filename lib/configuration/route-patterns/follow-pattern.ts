import type { PatternPlace } from "@/lib/configuration/route-patterns/parse-pattern";

/**
 * Where one stands in a pattern after some characters: before which of its places, at the end as many as there are. Several
 * places are possible at once.
 */
export type Standing = ReadonlySet<number>;

/** Where one stands before the first character. */
export function beginning(places: readonly PatternPlace[]): Standing {
  return skipped(places, [0]);
}

/** Where one stands after one more character; nowhere when it does not fit. Linear in the length of the pattern. */
export function follow(places: readonly PatternPlace[], standing: Standing, character: string): Standing {
  const next: number[] = [];
  for (const at of standing) {
    const place = places[at];
    if (!place?.accepts.includes(character)) continue;
    next.push(at + 1);
    if (place.isRepeated) next.push(at);
  }
  return skipped(places, next);
}

/** With the places that may be left out. */
function skipped(places: readonly PatternPlace[], from: readonly number[]): Standing {
  const standing = new Set<number>();
  for (const first of from)
    for (let at = first; !standing.has(at); at++) {
      standing.add(at);
      if (places[at]?.least !== 0) break;
    }
  return standing;
}
