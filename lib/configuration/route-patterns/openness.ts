import type { ParsedPattern } from "@/lib/configuration/route-patterns/parse-pattern";

/**
 * How open a pattern is for numbers of a length: the decimal logarithm of how many of them fit, an upper bound where several
 * places may repeat. Of several patterns that fit, the least open one is the closest.
 * @param length of what was dialled, in characters
 */
export function openness({ places }: ParsedPattern, length: number): number {
  let [fixed, open, widest] = [0, 0, 0];
  for (const { accepts, isRepeated, least } of places) {
    const size = Math.log10(accepts.length);
    if (isRepeated) widest = Math.max(widest, size);
    fixed += least;
    open += least * size;
  }
  return open + Math.max(0, length - fixed) * widest;
}
