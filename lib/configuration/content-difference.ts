import { sameContent } from "@/lib/configuration/content-patch";
import {
  type ContentShape,
  type ContentValue,
  fieldOf,
  type ListShape,
  type RecordShape,
} from "@/lib/configuration/content-shape";

/** The key of an item of a list: the index of a line, the position of a button. */
export type ItemKey = string | number;
type Item = Readonly<Record<string, ContentValue>>;

/**
 * One change of a content. `field` is the path of a value (`dnd.status`), `list` the name of a list (`lines`);
 * their words, and those of the values, are chosen where it is shown.
 */
export type ContentChange =
  | { readonly kind: "renamed"; readonly from: string; readonly to: string }
  | {
      readonly kind: "valueChanged";
      readonly field: string;
      readonly from: ContentValue;
      readonly to: ContentValue;
    }
  | { readonly kind: "itemRemoved"; readonly list: string; readonly key: ItemKey; readonly item: Item }
  | {
      readonly kind: "itemChanged";
      readonly list: string;
      readonly key: ItemKey;
      readonly field: string;
      readonly from: ContentValue;
      readonly to: ContentValue;
    }
  | { readonly kind: "itemAdded"; readonly list: string; readonly key: ItemKey; readonly item: Item };

/** The items of a list by their keys. */
export function itemsByKey(list: ListShape, items: unknown): Map<ItemKey, Item> {
  if (!Array.isArray(items)) return new Map();
  return new Map(items.map((item) => [fieldOf(item, list.key) as ItemKey, item as Item]));
}

function listChanges(name: string, shape: ListShape, before: unknown, after: unknown): ContentChange[] {
  const old = itemsByKey(shape, before);
  const young = itemsByKey(shape, after);
  const removed = [...old].filter(([key]) => !young.has(key));
  const rest = [...young].flatMap(([key, item]): ContentChange[] => {
    const earlier = old.get(key);
    if (!earlier) return [{ kind: "itemAdded", list: name, key, item }];
    return Object.keys(shape.item.fields)
      .filter((field) => !sameContent(earlier[field], item[field]))
      .map((field) => ({
        kind: "itemChanged",
        list: name,
        key,
        field,
        from: earlier[field] ?? null,
        to: item[field] ?? null,
      }));
  });
  return [
    ...removed.map(([key, item]) => ({ kind: "itemRemoved" as const, list: name, key, item })),
    ...rest,
  ];
}

function recordChanges(
  shape: RecordShape,
  before: unknown,
  after: unknown,
  path: readonly string[],
): ContentChange[] {
  return Object.entries(shape.fields).flatMap(([field, inner]): ContentChange[] => {
    const [from, to] = [fieldOf(before, field), fieldOf(after, field)];
    const name = [...path, field].join(".");
    if (inner.kind === "record") return recordChanges(inner, from, to, [...path, field]);
    if (inner.kind === "list") return listChanges(name, inner, from, to);
    const old = (from ?? inner.initial ?? null) as ContentValue;
    if (sameContent(old, to)) return [];
    return [{ kind: "valueChanged", field: name, from: old, to: to as ContentValue }];
  });
}

/**
 * What changed from one content to the next, in the order of the fields; lists item by item. Without a before
 * (null), everything that differs from a new object's defaults counts as changed, but not the name.
 */
export function contentChanges<Content>(
  shape: ContentShape<Content>,
  before: Content | null,
  after: Content,
): ContentChange[] {
  return recordChanges(shape, before, after, []).flatMap((change): ContentChange[] => {
    if (change.kind !== "valueChanged" || change.field !== "name") return [change];
    return before ? [{ kind: "renamed", from: String(change.from), to: String(change.to) }] : [];
  });
}
