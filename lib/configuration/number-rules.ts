import type { ValueShape } from "@/lib/configuration/content-shape";
import { ruledValue } from "@/lib/configuration/content-values";
import { maximumDestinationLength, maximumNumberLength } from "@/lib/configuration/lengths";
import { echo, type Problem } from "@/lib/configuration/problem";
import { parsePattern } from "@/lib/configuration/route-patterns/parse-pattern";

/** The number as it is stored: a `\+` in front, as Unified CM writes it, is `+`, letters are capitals. Leading zeros stay. */
function storedNumber(value: unknown): unknown {
  return typeof value === "string" ? value.trim().replace(/^\\\+/, "+").toUpperCase() : value;
}

const dialled = /^\+?[0-9*#A-D]+$/;

const forms = {
  number: { isAllowed: (text: string) => dialled.test(text), code: "badNumber" },
  pattern: { isAllowed: (text: string) => parsePattern(text) !== null, code: "badPattern" },
} as const;

/** A text of digits that is stored as they are dialled. */
function dialledValue(maximum: number, form: keyof typeof forms): ValueShape<string> {
  const { isAllowed, code } = forms[form];
  const check = (value: unknown, path: Problem["path"]): Problem[] => {
    if (typeof value !== "string") return [{ path, code: "wrongType", params: { expected: "string" } }];
    const number = String(storedNumber(value));
    const { length } = number;
    if (number === "") return [{ path, code: "required" }];
    if (length > maximum) return [{ path, code: "tooLong", params: { limit: maximum, length } }];
    return isAllowed(number) ? [] : [{ path, code, params: { value: echo(value) } }];
  };
  const facts = { type: "text", minimum: 1, maximum, dialled: form } as const;
  return ruledValue<string>(facts, check, undefined, storedNumber);
}

/** A directory number: digits, `*`, `#`, A to D, with `+` in front or not. */
export const directoryNumberValue = dialledValue(maximumNumberLength, "number");

/** A number to which a phone dials or a call is forwarded. */
export const destinationValue = dialledValue(maximumDestinationLength, "number");

/** A route pattern, see `parsePattern`. */
export const routePatternValue = dialledValue(maximumDestinationLength, "pattern");
