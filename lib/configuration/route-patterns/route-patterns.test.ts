import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leadsTo, withoutPreDot } from "@/lib/configuration/route-patterns/discard-digits";
import { matchesRoutePattern } from "@/lib/configuration/route-patterns/match-pattern";
import { openness } from "@/lib/configuration/route-patterns/openness";
import { type ParsedPattern, parsePattern } from "@/lib/configuration/route-patterns/parse-pattern";
import { patternMismatch } from "@/lib/configuration/route-patterns/pattern-mismatch";
import { patternSpan } from "@/lib/configuration/route-patterns/pattern-span";

function parsed(pattern: string): ParsedPattern {
  const found = parsePattern(pattern);
  if (!found) throw new Error(`${pattern} is no pattern`);
  return found;
}

test.each([
  ["5XXX", "5001 5999", "500 50011 500* 6001"],
  ["0!", "01 0123456789", "0 01# 1"],
  ["!", "1 123", "* 1*"],
  ["9.[2-9]XXXXXX", "92345678 99999999", "91345678 9234567 .2345678"],
  ["81351[^0-5]", "813516 813519", "813515 81351* 81351"],
  ["[13-5*]1", "11 31 51 *1", "21 61 #1"],
  ["91X?", "91 910 9123456", "9 92"],
  ["91+", "91 911 9111", "9 912"],
  ["9.011!#", "90111# 9011123#", "9011# 90111"],
  ["+82X", "+825", "825 +82"],
  ["\\+!", "+1 +8212345678", "+ 1"],
  ["9.\\+82!", "9+821", "9821"],
  ["*5", "*5", "5"],
  ["[2-5]?1", "1 21 2345 1".replace("2345 ", "23451 "), "61 2345"],
])("%s fits %s, and not %s", (pattern, fitting, others) => {
  for (const digits of fitting.split(" ")) expect(matchesRoutePattern(pattern, digits), digits).toBe(true);
  for (const digits of others.split(" ")) expect(matchesRoutePattern(pattern, digits), digits).toBe(false);
});

test.each([
  ...[
    "",
    ".",
    "?",
    "9??",
    "9+?",
    "!?",
    "9..1",
    "[",
    "[]",
    "[^]",
    "[5-2]",
    "[2-",
    "9]",
    "9@",
    "9 1",
    "a1",
    "[X]",
  ],
  ...["\\1", "9\\", "++", "[1-5", "[a]", ".?1"],
])("%j is no pattern", (pattern) => {
  expect(parsePattern(pattern)).toBeNull();
  expect(matchesRoutePattern(pattern, pattern)).toBe(false);
});

test.each([
  ["9.[2-9]XXXXXX", "92345678", "2345678"],
  ["9.!", "9123", "123"],
  ["5XXX", "5001", "5001"],
  [".5XXX", "5001", "5001"],
  ["5001.", "5001", ""],
  ["9X?.XX", "912345", "45"],
  ["9.1XX", "8100", "8100"],
])("of %s, dialled %s, without what is before the dot there is %j", (pattern, digits, left) => {
  expect(withoutPreDot(parsed(pattern), digits)).toBe(left);
});

test("numbers are told apart by what goes out, not by what is dialled", () => {
  expect([leadsTo("9.[2-9]XXX", true, "5001"), leadsTo("9.[2-9]XXX", true, "95001")]).toEqual([true, false]);
  expect([leadsTo("9.[2-9]XXX", false, "5001"), leadsTo("9.[2-9]XXX", false, "95001")]).toEqual([
    false,
    true,
  ]);
  expect(leadsTo("9..", true, "")).toBe(false);
});

test.each([
  ["5001", { kind: "exactly", first: "5001" }],
  ["5XXX", { kind: "range", first: "5000", last: "5999", count: 1000 }],
  ["9.[2-4]X", { kind: "range", first: "920", last: "949", count: 30 }],
  ["+82X", { kind: "range", first: "+820", last: "+829", count: 10 }],
  ["9!", { kind: "open", first: "90", length: 2 }],
  ["91?", { kind: "open", first: "9", length: 1 }],
])("%s stands for the numbers that it matches", (pattern, span) => {
  expect(patternSpan(pattern)).toEqual(span);
});

test.each([
  ["5XXX", "5001", null],
  ["5XXX", "501", { kind: "tooShort", length: 3, expected: 4 }],
  ["5XXX", "50012", { kind: "tooLong", length: 5, expected: 4 }],
  ["5XXX", "6001", { kind: "wrongPlace", position: 1, found: "6", expected: "5" }],
  ["5XXX", "50*1", { kind: "wrongPlace", position: 3, found: "*", expected: "X" }],
  ["9!", "9", { kind: "tooShort", length: 1, expected: 2 }],
  ["9!", "90#", { kind: "wrongPlace", position: 3, found: "#", expected: "X" }],
  ["9.[2-9]X", "911", { kind: "wrongPlace", position: 2, found: "1", expected: "[2-9]" }],
  ["5XXX", "", { kind: "tooShort", length: 0, expected: 4 }],
])("of %s it is told why %j does not match", (pattern, digits, mismatch) => {
  expect(patternMismatch(pattern, digits)).toEqual(mismatch);
});

describe("of several patterns that fit", () => {
  const closest = (digits: string, ...patterns: string[]) =>
    patterns.toSorted(
      (one, other) => openness(parsed(one), digits.length) - openness(parsed(other), digits.length),
    );

  test("the one that fits the fewest numbers of that length is the closest", () => {
    expect(closest("5001", "5!", "5XXX", "[45]XXX", "500X", "500[1-4]", "5001", "50!")).toEqual([
      ...["5001", "500[1-4]", "500X", "50!", "5!", "5XXX", "[45]XXX"],
    ]);
  });
});

const element = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(..."0123456789*#ABCDXX!") },
  { weight: 2, arbitrary: fc.constantFrom("[2-5]", "[^5]", "[13*]", "[^1-8]", "\\+") },
  { weight: 2, arbitrary: fc.constantFrom("1?", "X+", "[2-5]?", "X?") },
);
const patterns = fc
  .tuple(fc.constantFrom("", "+"), fc.array(element, { minLength: 1, maxLength: 5 }), fc.option(fc.nat(5)))
  .map(([plus, places, dot]) => {
    const all = dot === null ? places : places.toSpliced(Math.min(dot, places.length), 0, ".");
    return plus + all.join("");
  });
const numbers = fc.array(fc.constantFrom(..."01258*#A+"), { maxLength: 7 }).map((all) => all.join(""));

/** The pattern as a regular expression: another reading of the same words, which takes long for some patterns. */
function expression(pattern: string): RegExp {
  const rest = pattern.replace(/^\+/, "\\+").replace(".", "");
  const parts = rest.match(/\\\+|\[\^?[^\]]*\]|./g) ?? [];
  const source = parts.map((part) => {
    if (part === "X") return "[0-9]";
    if (part === "!") return "[0-9]+";
    if (part === "?") return "*";
    if (part.startsWith("[^")) return `(?![*#A-D+])${part}`;
    return part === "*" ? "\\*" : part;
  });
  return new RegExp(`^${source.join("")}$`);
}

test("a pattern fits what the regular expression of the same words fits, and there is a reason for everything else", () => {
  fc.assert(
    fc.property(patterns, numbers, (pattern, digits) => {
      const matches = !digits.includes("\\n") && expression(pattern).test(digits);
      expect(matchesRoutePattern(pattern, digits), `${pattern} ${digits}`).toBe(matches);
      expect(patternMismatch(pattern, digits) === null).toBe(matches);
    }),
    { numRuns: 2_000 },
  );
});

test("the first and last number of a pattern fit it, and without what is before the dot the rest fits the rest", () => {
  fc.assert(
    fc.property(patterns, (pattern) => {
      const span = patternSpan(pattern);
      expect(matchesRoutePattern(pattern, span.first)).toBe(true);
      if (span.kind === "range") expect(matchesRoutePattern(pattern, span.last)).toBe(true);
      const left = withoutPreDot(parsed(pattern), span.first);
      expect(span.first.endsWith(left)).toBe(true);
      expect(leadsTo(pattern, true, left)).toBe(true);
      expect(leadsTo(pattern, false, span.first)).toBe(true);
    }),
  );
});

test("what a stranger may send as a pattern and a number is compared in steps that grow with their lengths alone", () => {
  const pattern = `${"X?".repeat(200)}#`;
  const begin = performance.now();
  expect(matchesRoutePattern(pattern, "1".repeat(2_000))).toBe(false);
  expect(performance.now() - begin).toBeLessThan(5_000);
});
