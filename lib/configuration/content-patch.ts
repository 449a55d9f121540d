import { isRecord, type RecordShape } from "@/lib/configuration/content-shape";

/** True when both values are the same all the way down. */
export function sameContent(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, position) => sameContent(item, other[position]));
  }
  if (!isRecord(one) || !isRecord(other)) return false;
  const fields = Object.keys(one);
  return (
    fields.length === Object.keys(other).length &&
    fields.every((field) => Object.hasOwn(other, field) && sameContent(one[field], other[field]))
  );
}

/**
 * The content with the fields of the patch in place of its own: records are merged field by field, lists and
 * values replaced, absent and undefined fields kept. The answer is a candidate and must be validated.
 */
export function withPatch(content: unknown, patch: unknown): unknown {
  if (!isRecord(content) || !isRecord(patch)) return patch;
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  const merged = given.map(([field, value]) => [
    field,
    withPatch(Object.hasOwn(content, field) ? content[field] : undefined, value),
  ]);
  return { ...content, ...Object.fromEntries(merged) };
}

const initialContents = new WeakMap<RecordShape, Readonly<Record<string, unknown>>>();

/** What a new object has before anything is typed: fields that must be given are absent. */
export function initialContent(shape: RecordShape): Readonly<Record<string, unknown>> {
  const made = initialContents.get(shape) ?? makeInitialContent(shape);
  initialContents.set(shape, made);
  return made;
}

function makeInitialContent(shape: RecordShape): Readonly<Record<string, unknown>> {
  const known = Object.entries(shape.fields).flatMap(([field, inner]): [string, unknown][] => {
    if (inner.kind === "record") return [[field, initialContent(inner)]];
    if (inner.kind === "list") return [[field, []]];
    return inner.initial === undefined ? [] : [[field, inner.initial]];
  });
  return Object.fromEntries(known);
}

/** What is given, with defaults in the items of its lists where nothing is; other fields stay as they are. */
export function withItemDefaults(shape: RecordShape, given: unknown): unknown {
  if (!isRecord(given)) return given;
  const fields = Object.entries(given).map(([field, value]): [string, unknown] => {
    const inner = Object.hasOwn(shape.fields, field) ? shape.fields[field] : undefined;
    if (inner?.kind !== "list" || !Array.isArray(value)) return [field, value];
    return [field, value.slice(0, inner.maximum + 1).map((item) => completed(inner.item, item))];
  });
  return Object.fromEntries(fields);
}

/** The candidate for a new object: what is given, and defaults where nothing is. Any value may be given. */
export function completed(shape: RecordShape, given: unknown): unknown {
  return isRecord(given) ? withPatch(initialContent(shape), withItemDefaults(shape, given)) : given;
}
