const largestInteger = 2 ** 31 - 1;
const isoDate = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/;

/** False for text that PostgreSQL cannot hold, so that nothing stored can be equal to it. */
export function canBeText(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}

/** False for a number that an integer column cannot hold. */
export function canBeInteger(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) <= largestInteger;
}

/** The instant of an ISO 8601 text of the years 1 to 9999, or null. */
export function dateOf(text: string): Date | null {
  if (!isoDate.test(text) || text.startsWith("0000")) return null;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date;
}
