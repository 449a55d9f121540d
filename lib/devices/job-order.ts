import { nameKey } from "@/lib/configuration/text-rules";

/** A phone that a job is about. */
interface Named {
  readonly name: string;
}

/** The order in which a job takes its phones, on every instance and after every restart: by name. */
export function compareJobItems(one: Named, other: Named): number {
  const [first, second] = [nameKey(one.name), nameKey(other.name)];
  return first < second ? -1 : Number(first > second);
}

/** How many phones a job takes at once: few enough to show progress every second (our decision). */
export const jobBatchSize = 500;

/**
 * The next phones of a job: those that follow the last one taken (null: from the beginning), at most `size`. None
 * are left when the answer is empty.
 */
export function nextBatch<Item extends Named>(
  items: readonly Item[],
  after: Named | null,
  size: number = jobBatchSize,
): readonly Item[] {
  const left = after === null ? items : items.filter((item) => compareJobItems(item, after) > 0);
  return [...left].sort(compareJobItems).slice(0, size);
}
