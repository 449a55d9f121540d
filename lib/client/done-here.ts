import { identityKey, identityOf, type ObjectIdentity } from "@/lib/client/object-identity";
import { nameKey } from "@/lib/configuration/text-rules";

/*
 * What this window itself has saved, renamed and deleted: the event stream tells of it as of everything, and may do so before
 * it is answered. The user does not tell it: the same person in another window is somebody else.
 */

/** An object of some kind in one of its versions. */
type Version = Readonly<Record<string, unknown>> & { readonly version: number };

const placeOf = (kind: string, { name, partition }: ObjectIdentity) =>
  `${kind} ${identityKey({ name: nameKey(name), partition: partition && nameKey(partition) })}`;

/** Objects that this window has deleted or named otherwise, or is about to. */
const gone = new Set<string>();
/** The newest version of each object that this window has saved. */
const saved = new Map<string, number>();
/** Objects that this window is saving. */
const underway = new Set<string>();

/** Whether it is this window's own doing that there is no object by a name. */
export function isGoneHere(kind: string, identity: ObjectIdentity): boolean {
  return gone.has(placeOf(kind, identity));
}

/** Does what takes a name from an object, and remembers that this window did. */
export async function takeAwayHere<Answer>(
  kind: string,
  identity: ObjectIdentity,
  run: () => Promise<Answer>,
): Promise<Answer> {
  const place = placeOf(kind, identity);
  gone.add(place);
  try {
    return await run();
  } catch (error) {
    gone.delete(place);
    throw error;
  }
}

/** Whether a save of this window is on its way: what is stored meanwhile may be its own. */
export function isBeingSavedHere(kind: string, object: Version): boolean {
  return underway.has(placeOf(kind, identityOf(kind, object)));
}

/** Does what saves an object, and remembers that this window did. */
export async function saveHere<Answer extends Version>(
  kind: string,
  identity: ObjectIdentity,
  run: () => Promise<Answer>,
): Promise<Answer> {
  const place = placeOf(kind, identity);
  underway.add(place);
  try {
    return savedHere(kind, await run());
  } finally {
    underway.delete(place);
  }
}

/** Remembers that this window has saved an object, and answers it. */
export function savedHere<Answer extends Version>(kind: string, object: Answer): Answer {
  const place = placeOf(kind, identityOf(kind, object));
  saved.set(place, object.version);
  gone.delete(place);
  return object;
}

/** Whether an object is as this window has saved it. */
export function isSavedHere(kind: string, object: Version): boolean {
  return saved.get(placeOf(kind, identityOf(kind, object))) === object.version;
}
