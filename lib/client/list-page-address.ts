/** Where a page of a list is, as its address says it. */
export interface PagePlace {
  /** The cursors of the pages from the second one to this one, as far as they are remembered; none: the first page. */
  readonly cursors: readonly string[];
  /** Of each of them the number of the first row, counted from 1. */
  readonly starts: readonly number[];
}

// Every page adds to the address; more would make it too long for some proxies.
const rememberedPages = 20;

const rowNumber = /^[1-9]\d{0,8}$/;

/** The first page. */
export const firstPlace: PagePlace = { cursors: [], starts: [] };

/**
 * Reads the place from an address. One that does not tell the first row of every cursor, such as those of earlier
 * versions, which told a number of the page, leads to the first page: nobody knows which rows the others are.
 * @param cursors values of `cursor`
 * @param from values of `from`
 */
export function placeOf(cursors: readonly string[], from: readonly string[]): PagePlace {
  const isTold = cursors.length === from.length && from.every((start) => rowNumber.test(start));
  return isTold ? { cursors, starts: from.map(Number) } : firstPlace;
}

/** The number of the first row that is shown. */
export function firstRowOf({ starts }: PagePlace): number {
  return starts.at(-1) ?? 1;
}

/**
 * The place of the page that follows.
 * @param cursor of that page
 * @param rowsOnPage rows that this page shows
 */
export function placeAfter(place: PagePlace, cursor: string, rowsOnPage: number): PagePlace {
  return {
    cursors: [...place.cursors, cursor].slice(-rememberedPages),
    starts: [...place.starts, firstRowOf(place) + rowsOnPage].slice(-rememberedPages),
  };
}

/** The place of the page before. Beyond the remembered pages that is not known, and this is the first page. */
export function placeBefore({ cursors, starts }: PagePlace): PagePlace {
  return { cursors: cursors.slice(0, -1), starts: starts.slice(0, -1) };
}
