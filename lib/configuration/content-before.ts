import { type ContentChange, itemsByKey } from "@/lib/configuration/content-difference";
import {
  type ContentShape,
  fieldOf,
  isRecord,
  type ListShape,
  normalizeContent,
  type RecordShape,
} from "@/lib/configuration/content-shape";

/** The record with the value at the path in place of its own. */
function withValue(record: unknown, [field, ...rest]: readonly string[], value: unknown): unknown {
  if (field === undefined) return value;
  return { ...(isRecord(record) ? record : {}), [field]: withValue(fieldOf(record, field), rest, value) };
}

function listBefore(name: string, shape: ListShape, after: unknown, changes: readonly ContentChange[]) {
  const items = itemsByKey(shape, after);
  for (const change of changes) {
    if (!("list" in change) || change.list !== name) continue;
    const { key } = change;
    if (change.kind === "itemAdded") items.delete(key);
    if (change.kind === "itemRemoved") items.set(key, change.item);
    if (change.kind === "itemChanged") items.set(key, { ...items.get(key), [change.field]: change.from });
  }
  return [...items.values()];
}

function withListsBefore(
  shape: RecordShape,
  content: unknown,
  changes: readonly ContentChange[],
  path: readonly string[],
): unknown {
  const fields = Object.entries(shape.fields).map(([field, inner]): [string, unknown] => {
    const value = fieldOf(content, field);
    const own = [...path, field];
    if (inner.kind === "record") return [field, withListsBefore(inner, value, changes, own)];
    return [field, inner.kind === "list" ? listBefore(own.join("."), inner, value, changes) : value];
  });
  return Object.fromEntries(fields);
}

/** The content that the changes of `contentChanges` turned into `after`. */
export function contentBefore<Content>(
  shape: ContentShape<Content>,
  after: Content,
  changes: readonly ContentChange[],
): Content {
  let before: unknown = after;
  for (const change of changes) {
    if (change.kind === "renamed") before = withValue(before, ["name"], change.from);
    if (change.kind === "valueChanged") before = withValue(before, change.field.split("."), change.from);
  }
  return normalizeContent(shape, withListsBefore(shape, before, changes, []) as Content);
}
