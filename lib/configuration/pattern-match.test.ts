import fc from "fast-check";
import { expect, test } from "vitest";
import { matchesRoutePattern } from "@/lib/configuration/number-rules";
import { patternMismatch, patternSpan } from "@/lib/configuration/pattern-match";

test.each([
  ["5001", { kind: "exactly", first: "5001" }],
  ["5XXX", { kind: "range", first: "5000", last: "5999", digits: 3 }],
  ["+82X", { kind: "range", first: "+820", last: "+829", digits: 1 }],
  ["9!", { kind: "open", first: "90", length: 2 }],
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
  ["5XXX", "", { kind: "tooShort", length: 0, expected: 4 }],
])("of %s it is told why %j does not match", (pattern, digits, mismatch) => {
  expect(patternMismatch(pattern, digits)).toEqual(mismatch);
});

const place = fc.constantFrom(..."0123456789*#ABCDX");
const patterns = fc
  .tuple(fc.array(place, { minLength: 1, maxLength: 8 }), fc.boolean())
  .map(([places, isOpen]) => places.join("") + (isOpen ? "!" : ""));
const numbers = fc.array(fc.constantFrom(..."0123456789*#ABCD"), { maxLength: 9 }).map((all) => all.join(""));

test("a number fits a pattern exactly when there is no reason why it does not", () => {
  fc.assert(
    fc.property(patterns, numbers, (pattern, digits) => {
      expect(patternMismatch(pattern, digits) === null).toBe(matchesRoutePattern(pattern, digits));
    }),
  );
});

test("the first and last number of a pattern fit it", () => {
  fc.assert(
    fc.property(patterns, (pattern) => {
      const span = patternSpan(pattern);
      expect(patternMismatch(pattern, span.first)).toBeNull();
      if (span.kind === "range") expect(patternMismatch(pattern, span.last)).toBeNull();
    }),
  );
});
