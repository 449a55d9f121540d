import { expect, test } from "vitest";
import { confidenceOf } from "@/lib/catalog/sources";

test("a guide or schema of the maker verifies a fact, another source alone does not, memory is memory", () => {
  expect(confidenceOf(["UCMNZ", "FCG"])).toBe("verified");
  expect(confidenceOf(["UCMNZ"])).toBe("oneSource");
  expect(confidenceOf(["memory", "SCCP"])).toBe("oneSource");
  expect(confidenceOf(["memory"])).toBe("memory");
  expect(confidenceOf([])).toBe("memory");
});
