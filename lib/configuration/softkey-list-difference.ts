import type { SoftkeyId } from "@/lib/catalog/softkeys";

/** A key at its position (0-based) in the list that holds it. */
export type PlacedSoftkey = {
  readonly softkey: SoftkeyId;
  readonly position: number;
};

/** A key at its position in the list before and in the list after. */
export type MovedSoftkey = {
  readonly softkey: SoftkeyId;
  readonly from: number;
  readonly to: number;
};

/** How one ordered list became another, with the fewest moves. */
export interface SoftkeyListDifference {
  readonly removed: readonly PlacedSoftkey[];
  readonly moved: readonly MovedSoftkey[];
  readonly added: readonly PlacedSoftkey[];
}

type Keys = readonly SoftkeyId[];

// A pair at the same position in both lists weighs a little more, so that of several equally short
// explanations the one is told in which such keys stayed. 16 keys never add up to one whole pair.
const pair = 1000;
const pairInPlace = pair + 1;

/** For every suffix of both lists the weight of the best common subsequence. */
function bestWeights(before: Keys, after: Keys): number[][] {
  const weights = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  );
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const together =
        before[i] === after[j] ? weight(weights, i + 1, j + 1) + (i === j ? pairInPlace : pair) : 0;
      weights[i]?.splice(j, 1, Math.max(together, weight(weights, i + 1, j), weight(weights, i, j + 1)));
    }
  }
  return weights;
}

function weight(weights: readonly number[][], i: number, j: number): number {
  return weights[i]?.[j] ?? 0;
}

/** The positions, before and after, of the keys that stay in relative order. */
function stayingPositions(before: Keys, after: Keys): { before: Set<number>; after: Set<number> } {
  const weights = bestWeights(before, after);
  const staying = { before: new Set<number>(), after: new Set<number>() };
  let i = 0;
  let j = 0;
  while (i < before.length && j < after.length) {
    if (weight(weights, i, j) === weight(weights, i + 1, j)) i++;
    else if (weight(weights, i, j) === weight(weights, i, j + 1)) j++;
    else {
      staying.before.add(i++);
      staying.after.add(j++);
    }
  }
  return staying;
}

function placedApart(keys: Keys, staying: ReadonlySet<number>): PlacedSoftkey[] {
  return keys
    .map((softkey, position) => ({ softkey, position }))
    .filter(({ position }) => !staying.has(position));
}

/**
 * The keys removed, moved and added between two lists. Positions are those in the list before (removed, from)
 * and in the list after (added, to). Equal keys, as blanks may be, are told apart by their order.
 */
export function softkeyListDifference(before: Keys, after: Keys): SoftkeyListDifference {
  const staying = stayingPositions(before, after);
  const gone = placedApart(before, staying.before);
  const removed: PlacedSoftkey[] = [];
  const moved: MovedSoftkey[] = [];
  const added = placedApart(after, staying.after);
  for (const key of gone) {
    const index = added.findIndex(({ softkey }) => softkey === key.softkey);
    const [target] = index < 0 ? [] : added.splice(index, 1);
    if (target) moved.push({ softkey: key.softkey, from: key.position, to: target.position });
    else removed.push(key);
  }
  return { removed, moved, added };
}
