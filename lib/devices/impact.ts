/**
 * What happens to a phone that gets its new configuration, from the mildest to the strongest: nothing; it takes the
 * values on the fly; it registers again; it restarts (registers again with a new file, without shutting down);
 * it resets (shuts down and comes back).
 */
export const impacts = ["none", "dynamic", "reRegister", "restart", "reset"] as const;
export type Impact = (typeof impacts)[number];

/** An impact that takes the phone away for a while, and therefore waits for the end of its last call. */
export type Interruption = Exclude<Impact, "none" | "dynamic">;

/** True when the phone loses its registration. */
export function isInterruption(impact: Impact): impact is Interruption {
  return impact !== "none" && impact !== "dynamic";
}

/** Negative when the first is milder, positive when it is stronger, 0 when both are the same. */
export function compareImpacts(one: Impact, other: Impact): number {
  return impacts.indexOf(one) - impacts.indexOf(other);
}

/** The strongest of them; none of them is no impact. */
export function strongestImpact(given: readonly Impact[]): Impact {
  return given.reduce<Impact>(
    (strongest, impact) => (compareImpacts(impact, strongest) > 0 ? impact : strongest),
    "none",
  );
}
