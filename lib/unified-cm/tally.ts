/** Counts things by name, of which it knows only so many: what comes after those is counted together. */
export interface Tally<Item> {
  /** Counts one of the name; the first of each gives the item. */
  readonly add: (key: string, item: Item) => void;
  /** What was counted, in the order in which it was first seen. */
  readonly items: () => (Item & { readonly count: number })[];
  /** How many had a name beyond those that are known. */
  readonly beyond: () => number;
}

/** @param most names that are known */
export function newTally<Item extends object>(most: number): Tally<Item> {
  const counts = new Map<string, { readonly item: Item; count: number }>();
  let beyond = 0;
  return {
    add: (key, item) => {
      const counted = counts.get(key);
      if (counted) counted.count++;
      else if (counts.size < most) counts.set(key, { item, count: 1 });
      else beyond++;
    },
    items: () => [...counts.values()].map(({ item, count }) => ({ ...item, count })),
    beyond: () => beyond,
  };
}
