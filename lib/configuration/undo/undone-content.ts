import { itemsByKey } from "@/lib/configuration/content-difference";
import { sameContent } from "@/lib/configuration/content-patch";
import { fieldOf, type ListShape, type RecordShape, type Shape } from "@/lib/configuration/content-shape";
import { undoneMembers, type Versions } from "@/lib/configuration/undo/undone-members";

type Path = readonly (string | number)[];

/** What an undo leaves as it is because it has changed since: the value before the change, and the one now. */
export interface LeftValue {
  readonly path: Path;
  readonly before: unknown;
  readonly now: unknown;
}

/** A content with a change taken back, and what of the change was left. */
export interface UndoneContent {
  readonly content: Readonly<Record<string, unknown>>;
  readonly left: readonly LeftValue[];
}

interface Undone {
  readonly value: unknown;
  readonly left: readonly LeftValue[];
}

const at = <Value>({ before, after, now }: Versions, read: (version: unknown) => Value): Versions<Value> => ({
  before: read(before),
  after: read(after),
  now: read(now),
});

/**
 * Takes a change of one value back: what still is what the change made of it becomes what it was; what was changed since is left. What
 * the change did not touch, and what is as before already, stays. A field that an old content does not have was not touched.
 */
function undoneValue({ before, after, now }: Versions, path: Path): Undone {
  if (before === undefined || sameContent(before, after) || sameContent(now, before))
    return { value: now, left: [] };
  if (sameContent(now, after)) return { value: before, left: [] };
  return { value: now, left: [{ path, before: before ?? null, now: now ?? null }] };
}

/** A list of texts, member by member: each is in the list or not; the order of the others stays as it is now. */
function undoneTexts(versions: Versions, path: Path): Undone {
  const whole = undoneValue(versions, path);
  if (whole.left.length === 0) return whole;
  const members = undoneMembers(versions);
  return members === null ? whole : { value: members, left: [] };
}

/** A list of items, each by its key and as a whole. */
function undoneItems(shape: ListShape, versions: Versions, path: Path): Undone {
  const whole = undoneValue(versions, path);
  if (whole.left.length === 0) return whole;
  const items = at(versions, (version) => itemsByKey(shape, version));
  const keys = [...new Set([...items.now.keys(), ...items.before.keys(), ...items.after.keys()])];
  const left: LeftValue[] = [];
  const value = keys.flatMap((key) => {
    const item = undoneValue(
      // Absent is a value here: the change has added the item, or taken it away.
      at(items, (of) => (of as ReadonlyMap<string | number, unknown>).get(key) ?? null),
      [...path, positionOf(key, items.now, items.before)],
    );
    left.push(...item.left);
    return item.value === null ? [] : [item.value];
  });
  return { value, left };
}

/** Where the item is in the list now; of one that is gone, where it was. */
function positionOf(
  key: string | number,
  now: ReadonlyMap<string | number, unknown>,
  before: ReadonlyMap<string | number, unknown>,
): number {
  return [...(now.has(key) ? now : before).keys()].indexOf(key);
}

function undoneField(shape: Shape, versions: Versions, path: Path): Undone {
  if (shape.kind === "record") return undoneRecord(shape, versions, path);
  if (shape.kind === "list") return undoneItems(shape, versions, path);
  // The softkeys of a call state are one value: their order is what they mean.
  const isMembers = shape.facts.type === "texts" && path[0] !== "callStates";
  return isMembers ? undoneTexts(versions, path) : undoneValue(versions, path);
}

function undoneRecord(shape: RecordShape, versions: Versions, path: Path): Undone {
  const left: LeftValue[] = [];
  const fields = Object.entries(shape.fields).map(([field, inner]): [string, unknown] => {
    const undone = undoneField(
      inner,
      at(versions, (version) => fieldOf(version, field)),
      [...path, field],
    );
    left.push(...undone.left);
    return [field, undone.value];
  });
  return { value: Object.fromEntries(fields), left };
}

/**
 * The content of an object with a change taken back [CL-02]: field by field, the softkeys of each call state for themselves, lists member by
 * member. What still has the value that the change gave it gets the former one; what was changed since stays and is told.
 * @param versions the object before the change, after it, and now, with the present names of what they refer to
 */
export function undoneContent(
  shape: RecordShape,
  versions: Versions<Readonly<Record<string, unknown>>>,
): UndoneContent {
  const { value, left } = undoneRecord(shape, versions, []);
  return { content: value as UndoneContent["content"], left };
}
