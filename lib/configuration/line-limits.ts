import type { Problem } from "@/lib/configuration/problem";

/** Of Unified CM: the most calls on one line of a device. */
export const mostCalls = 200;

/** How many calls a line of a phone takes. */
export interface LineLimits {
  /** Calls on the phone from which on further callers hear busy; at most `maxCalls`. */
  readonly busyTrigger: number;
  readonly maxCalls: number;
}

/** Of a directory number of which nothing is said (our decision: those of AXL). */
export const initialLineLimits: LineLimits = { busyTrigger: 1, maxCalls: 2 };

/** The limits of a line as they are given; null: as its directory number has them. */
export type GivenLimits = { readonly [Limit in keyof LineLimits]: number | null };

/** A trigger above the limit would never be reached: nobody could hear busy. */
export function checkLineLimits(
  { busyTrigger, maxCalls }: GivenLimits,
  path: Problem["path"] = [],
): Problem[] {
  return busyTrigger !== null && maxCalls !== null && busyTrigger > maxCalls
    ? [{ path: [...path, "busyTrigger"], code: "triggerAboveLimit", params: { limit: maxCalls } }]
    : [];
}

/** The limits of a line: what is not given is the default, moved as far as the one that is given asks for. */
export function completedLimits({ busyTrigger, maxCalls }: GivenLimits, initial: LineLimits): LineLimits {
  const limit = maxCalls ?? Math.max(initial.maxCalls, busyTrigger ?? 1);
  return { busyTrigger: busyTrigger ?? Math.min(initial.busyTrigger, limit), maxCalls: limit };
}
