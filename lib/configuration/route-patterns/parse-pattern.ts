/** One place of a route pattern: which characters stand there, and how many of them. */
export interface PatternPlace {
  /** The characters that fit, the lowest first. */
  readonly accepts: string;
  readonly least: 0 | 1;
  /** False: one at most. */
  readonly isRepeated: boolean;
  /** As it is written in the pattern, without what says how many. */
  readonly text: string;
}

/** A route pattern, taken apart. */
export interface ParsedPattern {
  readonly places: readonly PatternPlace[];
  /** How many places stand before the dot; null: it has none. */
  readonly dot: number | null;
}

const digits = "0123456789";
const characters = `${digits}*#ABCD`;
// The sign for one or more of what stands before is only one where something does.
const token = /(?:\\\+|\[\^?[^\]]*\]|[0-9*#A-DX!])|\.|\?|\+/gy;
const rangeOrCharacter = /([0-9])-([0-9])|([0-9*#A-D])/gy;

/**
 * The places of a route pattern as dial plans of Unified CM write them: `X` any digit, `!` one or more digits, `[2-5]` and
 * `[^5]` some digits, `?` none or more and `+` one or more of what stands before, a plus in front or `\+` the character
 * itself, one dot to tell what may be discarded. It is read once from left to right.
 * @returns null when it is no pattern
 */
export function parsePattern(pattern: string): ParsedPattern | null {
  const places: PatternPlace[] = [];
  let dot: number | null = null;
  let canRepeat = false;
  let at = 0;
  if (pattern.startsWith("+")) {
    places.push({ accepts: "+", least: 1, isRepeated: false, text: "+" });
    at = 1;
  }
  while (at < pattern.length) {
    token.lastIndex = at;
    const text = token.exec(pattern)?.[0];
    if (text === undefined) return null;
    at += text.length;
    const last = places.at(-1);
    if (text === ".") {
      if (dot !== null) return null;
      dot = places.length;
      canRepeat = false;
    } else if (text === "?" || text === "+") {
      if (!canRepeat || !last) return null;
      places[places.length - 1] = { ...last, least: text === "?" ? 0 : 1, isRepeated: true };
      canRepeat = false;
    } else {
      const accepts = acceptedBy(text);
      if (accepts === "") return null;
      places.push({ accepts, least: 1, isRepeated: text === "!", text: text === "!" ? "X" : text });
      canRepeat = text !== "!";
    }
  }
  return places.length === 0 ? null : { places, dot };
}

/** The characters for which a part of a pattern stands; none when it is written wrongly. */
function acceptedBy(text: string): string {
  if (text === "X" || text === "!") return digits;
  if (text === "\\+") return "+";
  if (!text.startsWith("[")) return text;
  const isOthers = text.startsWith("[^");
  const inside = text.slice(isOthers ? 2 : 1, -1);
  const named = new Set<string>();
  for (let at = 0; at < inside.length; at = rangeOrCharacter.lastIndex) {
    rangeOrCharacter.lastIndex = at;
    const found = rangeOrCharacter.exec(inside);
    if (!found) return "";
    const [, from, to, one] = found;
    if (one !== undefined) named.add(one);
    else if (from === undefined || to === undefined || from > to) return "";
    else for (const digit of digits) if (digit >= from && digit <= to) named.add(digit);
  }
  if (named.size === 0) return "";
  return [...(isOthers ? digits : characters)].filter((one) => named.has(one) !== isOthers).join("");
}
