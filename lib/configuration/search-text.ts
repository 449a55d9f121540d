const pairs = /^[0-9a-f]{2}(?:[:-][0-9a-f]{2})*[:-][0-9a-f]{0,2}$/i;
const groupsOfFour = /^[0-9a-f]{4}(?:[.-][0-9a-f]{1,4})+$/i;

/** The longest text that the search of the console looks for, and how many of its words count. */
export const longestSearchText = 100;
const mostWords = 6;

/**
 * What a search looks for: the words of a text, each of which an object must have somewhere. A word is given in all its
 * forms: as it was typed, and the digits of a MAC address, or of its beginning, as names of phones have them:
 * `00:11:22:33:44:55`, `00-11-22`, `0011.2233.4455`.
 */
export function searchWords(text: string): string[][] {
  const words = text.split(/\s+/u).filter((word) => word !== "");
  return words.slice(0, mostWords).map((word) => {
    const isAddress = pairs.test(word) || groupsOfFour.test(word);
    return isAddress ? [word, word.replaceAll(/[:.-]/g, "")] : [word];
  });
}
