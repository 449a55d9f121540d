import type { ObjectIdentity } from "@/lib/client/object-identity";

const prefix = "ringback.chosen.";
/** Sets of rows that one tab remembers. */
const mostSets = 20;

/**
 * Keeps rows that were picked by hand for a page that is opened with them; an address has no room for their names. Only this tab
 * knows them.
 * @returns the key under which they are found
 */
export function keepChosenRows(rows: readonly ObjectIdentity[]): string {
  const older = Object.keys(sessionStorage).filter((name) => name.startsWith(prefix));
  const numbers = older.map((name) => Number(name.slice(prefix.length))).filter(Number.isInteger);
  const next = Math.max(0, ...numbers) + 1;
  for (const number of numbers) {
    if (number <= next - mostSets) sessionStorage.removeItem(`${prefix}${number}`);
  }
  sessionStorage.setItem(`${prefix}${next}`, JSON.stringify(rows));
  return String(next);
}

/** The rows as they were kept, as a text that stays the same; null when this tab does not know them. */
export function storedRows(key: string): string | null {
  return sessionStorage.getItem(`${prefix}${key}`);
}

/** The rows of that text. */
export function rowsOfText(text: string): ObjectIdentity[] {
  return JSON.parse(text) as ObjectIdentity[];
}
