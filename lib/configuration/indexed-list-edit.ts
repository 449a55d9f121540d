import { maximumButtons } from "@/lib/catalog/button-placement";
import type { Problem } from "@/lib/configuration/problem";

/** Something on the index-th button of its kind; indexes count from 1 and may have gaps. */
export interface Indexed {
  readonly index: number;
}

/** The items after a step of an editor, in the order of their indexes, or why it is refused. */
export type IndexedEdit<Item extends Indexed> =
  | { readonly ok: true; readonly items: readonly Item[] }
  | { readonly ok: false; readonly problem: Problem };

function edited<Item extends Indexed>(items: readonly Item[]): IndexedEdit<Item> {
  return { ok: true, items: items.toSorted((one, other) => one.index - other.index) };
}

function refused<Item extends Indexed>(
  index: number,
  code: Problem["code"],
  params: Problem["params"] = {},
): IndexedEdit<Item> {
  return { ok: false, problem: { path: [index], code, params } };
}

/** The lowest index that no item has. */
export function lowestFreeIndex(items: readonly Indexed[]): number {
  const used = new Set(items.map(({ index }) => index));
  let index = 1;
  while (used.has(index)) index++;
  return index;
}

/** Adds an item with the lowest index that is free. */
export function addIndexed<Item extends Indexed>(
  items: readonly Item[],
  item: Omit<Item, "index">,
): IndexedEdit<Item> {
  const index = lowestFreeIndex(items);
  if (index > maximumButtons) {
    return refused(index, "tooMany", { limit: maximumButtons, count: items.length + 1 });
  }
  return edited([...items, { ...item, index } as Item]);
}

/** Takes an item off. */
export function removeIndexed<Item extends Indexed>(
  items: readonly Item[],
  index: number,
): IndexedEdit<Item> {
  const rest = items.filter((item) => item.index !== index);
  if (rest.length === items.length) return refused(index, "positionOutOfRange", range(index, items));
  return edited(rest);
}

/** Gives an item another index; one that has it already gets the first one's. */
export function moveIndexed<Item extends Indexed>(
  items: readonly Item[],
  from: number,
  to: number,
): IndexedEdit<Item> {
  if (!items.some((item) => item.index === from)) {
    return refused(from, "positionOutOfRange", range(from, items));
  }
  if (!Number.isInteger(to) || to < 1 || to > maximumButtons) {
    return refused(to, "positionOutOfRange", { position: to, count: maximumButtons });
  }
  return edited(
    items.map((item) => {
      if (item.index === from) return { ...item, index: to };
      return item.index === to ? { ...item, index: from } : item;
    }),
  );
}

function range(position: number, items: readonly Indexed[]): { position: number; count: number } {
  return { position, count: Math.max(0, ...items.map(({ index }) => index)) };
}
