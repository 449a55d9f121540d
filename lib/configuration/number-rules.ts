import type { ValueShape } from "@/lib/configuration/content-shape";
import { ruledValue } from "@/lib/configuration/content-values";
import { maximumDestinationLength, maximumNumberLength } from "@/lib/configuration/lengths";
import { echo, type Problem } from "@/lib/configuration/problem";

/** The number as it is stored: `\+` of Unified CM is `+`, letters are capitals. Leading zeros stay. */
function storedNumber(value: unknown): unknown {
  return typeof value === "string" ? value.trim().replace(/^\\\+/, "+").toUpperCase() : value;
}

const dialled = /^\+?[0-9*#A-D]+$/;
// `!` stands for one or more digits, so it can only be the last.
const pattern = /^(?=.*[^!])\+?[0-9*#A-DX]*!?$/;

const forms = {
  number: { allowed: dialled, code: "badNumber" },
  pattern: { allowed: pattern, code: "badPattern" },
} as const;

/** A text of digits that is stored as they are dialled. */
function dialledValue(maximum: number, form: keyof typeof forms): ValueShape<string> {
  const { allowed, code } = forms[form];
  const check = (value: unknown, path: Problem["path"]): Problem[] => {
    if (typeof value !== "string") return [{ path, code: "wrongType", params: { expected: "string" } }];
    const number = String(storedNumber(value));
    const { length } = number;
    if (number === "") return [{ path, code: "required" }];
    if (length > maximum) return [{ path, code: "tooLong", params: { limit: maximum, length } }];
    return allowed.test(number) ? [] : [{ path, code, params: { value: echo(value) } }];
  };
  const facts = { type: "text", minimum: 1, maximum, dialled: form } as const;
  return ruledValue<string>(facts, check, undefined, storedNumber);
}

/** A directory number: digits, `*`, `#`, A to D, with `+` in front or not. */
export const directoryNumberValue = dialledValue(maximumNumberLength, "number");

/** A number to which a phone dials or a call is forwarded. */
export const destinationValue = dialledValue(maximumDestinationLength, "number");

/** A route pattern: a number in which `X` stands for one digit and `!` at the end for one or more. */
export const routePatternValue = dialledValue(maximumDestinationLength, "pattern");

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
