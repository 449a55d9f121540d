import type { ValueShape } from "@/lib/configuration/content-shape";
import { ruledValue } from "@/lib/configuration/content-values";
import { echo, type Problem } from "@/lib/configuration/problem";

/** The most characters of a directory number and of a number to forward to or dial (bulk tool of Unified CM). */
export const maximumNumberLength = 24;
export const maximumDestinationLength = 50;

/** The number as it is stored: `\+` of Unified CM is `+`, letters are capitals. Leading zeros stay. */
function storedNumber(value: unknown): unknown {
  return typeof value === "string" ? value.trim().replace(/^\\\+/, "+").toUpperCase() : value;
}

function numberCheck(limit: number, allowed: RegExp, code: "badNumber" | "badPattern") {
  return (value: unknown, path: Problem["path"]): Problem[] => {
    if (typeof value !== "string") return [{ path, code: "wrongType", params: { expected: "string" } }];
    const number = String(storedNumber(value));
    if (number === "") return [{ path, code: "required" }];
    if (number.length > limit) return [{ path, code: "tooLong", params: { limit, length: number.length } }];
    return allowed.test(number) ? [] : [{ path, code, params: { value: echo(value) } }];
  };
}

const dialled = /^\+?[0-9*#A-D]+$/;
// `!` stands for one or more digits, so it can only be the last.
const pattern = /^(?=.*[^!])\+?[0-9*#A-DX]*!?$/;

/** A directory number: digits, `*`, `#`, A to D, with `+` in front or not. */
export const directoryNumberValue: ValueShape = ruledValue(
  numberCheck(maximumNumberLength, dialled, "badNumber"),
  undefined,
  storedNumber,
);

/** A number to which a phone dials or a call is forwarded. */
export const destinationValue: ValueShape = ruledValue(
  numberCheck(maximumDestinationLength, dialled, "badNumber"),
  undefined,
  storedNumber,
);

/** A route pattern: a number in which `X` stands for one digit and `!` at the end for one or more. */
export const routePatternValue: ValueShape = ruledValue(
  numberCheck(maximumDestinationLength, pattern, "badPattern"),
  undefined,
  storedNumber,
);

/** True when the dialled digits fit the pattern; `*`, `#` and A to D stand for themselves only. */
export function matchesRoutePattern(routePattern: string, digits: string): boolean {
  const isOpen = routePattern.endsWith("!");
  const places = isOpen ? `${routePattern.slice(0, -1)}X` : routePattern;
  if (isOpen ? digits.length < places.length : digits.length !== places.length) return false;
  return Array.from(digits).every((digit, index) => {
    const place = places[Math.min(index, places.length - 1)];
    return place === "X" ? digit >= "0" && digit <= "9" : place === digit;
  });
}

/** The number of digits that a pattern leaves open: of several that fit, the one with the fewest wins. */
export function openPlaces(routePattern: string): number {
  if (routePattern.endsWith("!")) return Number.POSITIVE_INFINITY;
  return Array.from(routePattern).filter((place) => place === "X").length;
}
