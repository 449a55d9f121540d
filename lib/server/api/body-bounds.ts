import type { Problem } from "@/lib/configuration/problem";

/** Deeper than any content: the deepest has five. Who reads a value by calling itself does not run out of stack. */
export const deepestNesting = 32;
/**
 * More than any request needs, which is 1,000 names. Each item of a list may be wrong in its own way, and finding out
 * takes longer than reading it.
 */
export const mostListItems = 10_000;

/** What is wrong with a body as a whole, before anybody looks at its fields: lists and objects too deep, too many items. */
export function bodyProblems(body: unknown): Problem[] {
  let items = 0;
  let level: readonly unknown[] = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepestNesting) return [{ path: [], code: "tooDeep", params: { limit: deepestNesting } }];
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== "object" || value === null) continue;
      if (Array.isArray(value)) items += value.length;
      for (const inner of Object.values(value)) if (typeof inner === "object") next.push(inner);
    }
    level = next;
  }
  return items > mostListItems
    ? [{ path: [], code: "tooManyItems", params: { limit: mostListItems, count: items } }]
    : [];
}
