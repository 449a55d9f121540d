/** Who changed a field since both started from the same version. */
export type MergeStatus = "same" | "theirs" | "yours" | "agreed" | "conflict";

/** The status of a field from what is equal: theirs to the base, yours to the base, theirs to yours. */
export function mergeStatus(theirsKept: boolean, yoursKept: boolean, alike: boolean): MergeStatus {
  if (theirsKept && yoursKept) return "same";
  if (theirsKept) return "yours";
  if (yoursKept) return "theirs";
  return alike ? "agreed" : "conflict";
}
