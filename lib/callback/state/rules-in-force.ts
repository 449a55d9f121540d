/**
 * Rules that a test may switch off to show that the exploration notices; the product runs with all of them.
 * Each is one whose absence would be felt only now and then.
 */
export interface RulesInForce {
  /** Selection runs after every event that could free someone. */
  readonly selectAfterEveryFreeing: boolean;
  /** oneAtATime: a caller whose T3 expired waits for the next cycle. */
  readonly expiredWaitsForCycle: boolean;
  /** When one dials or is answered, the other notified callers are withdrawn. */
  readonly withdrawOthers: boolean;
  /** A suspended request resumes through selection, never straight to ready. */
  readonly resumeThroughSelection: boolean;
  /** A request is kept when the target was busy again. */
  readonly keepWhenBusyAgain: boolean;
  /** Replacing ends the old request and begins the new one in the same step. */
  readonly replaceAtomically: boolean;
}

/** False when a test has switched off a rule. */
export function areAllInForce(rules: RulesInForce): boolean {
  return Object.values(rules).every(Boolean);
}

export const allRules: RulesInForce = {
  selectAfterEveryFreeing: true,
  expiredWaitsForCycle: true,
  withdrawOthers: true,
  resumeThroughSelection: true,
  keepWhenBusyAgain: true,
  replaceAtomically: true,
};
