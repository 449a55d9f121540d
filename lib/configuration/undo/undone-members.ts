/** A value, or an object, before a change, after it, and now. */
export interface Versions<Content = unknown> {
  readonly before: Content;
  readonly after: Content;
  readonly now: Content;
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((text) => typeof text === "string");

/**
 * A list of texts of which each is there or not, with a change of it taken back: what the change has added goes, what it has taken
 * away comes back behind what stood before it. Both hold whatever else was done to the list since.
 * @returns null when that cannot be told: a text is there twice, or the change was one of the order alone
 */
export function undoneMembers({ before, after, now }: Versions): string[] | null {
  if (!isTexts(before) || !isTexts(after) || !isTexts(now)) return null;
  const [was, became] = [new Set(before), new Set(after)];
  if ([before, after, now].some((list) => new Set(list).size < list.length)) return null;
  const isMoveOnly = before.length === after.length && before.every((text) => became.has(text));
  if (isMoveOnly) return null;
  const members = now.filter((text) => was.has(text) || !became.has(text));
  const there = new Set(members);
  for (const [position, text] of before.entries()) {
    if (became.has(text) || there.has(text)) continue;
    const neighbour = before.slice(0, position).findLast((earlier) => there.has(earlier));
    members.splice(neighbour === undefined ? 0 : members.indexOf(neighbour) + 1, 0, text);
    there.add(text);
  }
  return members;
}
