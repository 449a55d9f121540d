import type { StoredObject } from "@/lib/client/configuration";

/** What a history says of one change. */
interface Revision {
  readonly number: number;
  readonly action: string;
  /** When it was made, ISO 8601. */
  readonly at: string;
}

/**
 * Whether the newest change of a history is the deletion of an object as it is shown. The history of a name may end with
 * that of an earlier object, when the one that is shown was renamed, or of a later one, whose versions began anew.
 */
export function isDeletionOf(
  { version, updatedAt }: Pick<StoredObject, "version" | "updatedAt">,
  { number, action, at }: Revision,
): boolean {
  return action === "deleted" && number > version && Date.parse(at) >= Date.parse(updatedAt);
}
