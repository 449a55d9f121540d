/** What a job can be doing with objects of the configuration. */
export const jobKinds = ["import", "update", "delete", "undo", "applyConfig", "reset", "restart"] as const;
export type JobKind = (typeof jobKinds)[number];

/**
 * The states of a job in the order in which it can have them: `scheduled` waits for the time at which it starts; `partial` means that
 * some of its items failed.
 */
export const jobStates = [
  "scheduled",
  "queued",
  "running",
  "done",
  "partial",
  "failed",
  "cancelled",
] as const;
export type JobState = (typeof jobStates)[number];

/** The states of one item of a job; `underway`: its phone is coming back, or first ends its call. */
export const jobItemStates = ["waiting", "underway", "done", "failed"] as const;
export type JobItemState = (typeof jobItemStates)[number];

/**
 * What became of an item; in a dry run, what would have. A row of a device that is no phone here is left out. Of a phone: it took the values on the fly, came back after a
 * restart or a reset, or gets them when it registers the next time.
 */
export const jobOutcomes = [
  "created",
  "updated",
  "unchanged",
  "deleted",
  "leftOut",
  "applied",
  "restarted",
  "reset",
  "atRegistration",
] as const;
export type JobOutcome = (typeof jobOutcomes)[number];

/** True when a job is being done, or is as soon as others leave it room. */
export function isGoingOn(state: JobState): boolean {
  return state === "queued" || state === "running";
}

/** True when nothing more will happen to a job. */
export function isFinal(state: JobState): boolean {
  return state !== "scheduled" && !isGoingOn(state);
}

/** How many whole minutes after its time a job has started; 0 while it has not, and for one that had no time. */
export function minutesLate(startsAt: string | null, startedAt: string | null): number {
  if (startsAt === null || startedAt === null) return 0;
  return Math.max(0, Math.floor((Date.parse(startedAt) - Date.parse(startsAt)) / 60_000));
}

/** The state of a job of which nothing is left to do. */
export function finalState({
  kind,
  done,
  failed,
}: {
  readonly kind: JobKind;
  readonly done: number;
  readonly failed: number;
}): JobState {
  if (failed === 0) return "done";
  // What an undo leaves as it is was left for a reason; of the object that has it the rest may be restored.
  if (kind === "undo") return "partial";
  return done > 0 ? "partial" : "failed";
}

/**
 * Whether the items of a job are stored as waiting when it is made; else each batch finds its own. An import learns what its
 * items are while it reads its file, an undo while it goes through the change.
 */
export const hasItemsAtOnce = (kind: JobKind): boolean => kind !== "import" && kind !== "undo";
