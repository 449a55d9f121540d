import Fuse from "fuse.js";

/** Something that the palette offers and that is in the browser already: an action, a page, a recent object. */
export interface RankedEntry {
  readonly id: string;
  /** What is read. */
  readonly label: string;
  /** Further words by which it is found. */
  readonly words?: string;
}

/** What was found among the entries. */
export interface Ranked<Entry> {
  readonly entries: readonly Entry[];
  /** No entry has what was typed; these have something like it, the most alike first. */
  readonly isAlike: boolean;
}

/**
 * Text as it is compared: without letter case, and Hangul as its letters, so that a syllable that is only half typed is the
 * beginning of the whole one and a wrong vowel is one letter wrong.
 */
const comparable = (text: string) => text.normalize("NFKD").toLowerCase();

/** The entries that have each word of the text, in their order; of no text all. */
export function havingWords<Entry extends RankedEntry>(
  entries: readonly Entry[],
  text: string,
): readonly Entry[] {
  const words = wordsOf(text);
  return entries.filter(({ label, words: further = "" }) => {
    const all = comparable(`${label} ${further}`);
    return words.every((word) => all.includes(word));
  });
}

function wordsOf(text: string): string[] {
  return comparable(text)
    .split(/\s+/u)
    .filter((word) => word !== "");
}

/**
 * The entries that have each word of the text, in their order; if there are none, those that are like it. A mistake is
 * forgiven only when nothing fits: else *Enter* after an exact word could run what is merely alike.
 */
export function rankEntries<Entry extends RankedEntry>(
  entries: readonly Entry[],
  text: string,
): Ranked<Entry> {
  const words = wordsOf(text);
  const exact = havingWords(entries, text);
  if (exact.length > 0 || words.length === 0) return { entries: exact, isAlike: false };
  const fuse = new Fuse([...entries], {
    keys: ["label", "words"],
    getFn: (entry, path) => comparable(String(entry[path as "label" | "words"] ?? "")),
    threshold: 0.3,
    ignoreLocation: true,
    minMatchCharLength: 2,
  });
  const alike = words.map((word) => ({ $or: [{ label: word }, { words: word }] }));
  return { entries: fuse.search({ $and: alike }).map(({ item }) => item), isAlike: true };
}
