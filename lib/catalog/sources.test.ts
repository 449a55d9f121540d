import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { confidenceOf } from "@/lib/catalog/sources";

test("a guide or schema of the maker verifies a fact, another source alone does not, memory is memory", () => {
  expect(confidenceOf(["UCMNZ", "FCG"])).toBe("verified");
  expect(confidenceOf(["UCMNZ"])).toBe("oneSource");
  expect(confidenceOf(["memory", "SCCP"])).toBe("oneSource");
  expect(confidenceOf(["memory"])).toBe("memory");
  expect(confidenceOf([])).toBe("memory");
});

test("REUSE.toml names every file with what usecallmanager.nz publishes, and no other, under its licence", () => {
  const [, paths = "", licence] =
    /path = \[([^\]]*)\]\n.*\nSPDX-License-Identifier = "(.*)"/.exec(readFileSync("REUSE.toml", "utf8")) ??
    [];
  const named = [...paths.matchAll(/"(.*)"/g)].map(([, path]) => path);
  // sources.ts only says what the short names mean.
  const files = globSync("lib/**/*.{ts,json}", {
    exclude: ["lib/**/*.test.ts", "lib/catalog/sources.ts", "lib/server/db/generated/**"],
  });
  const taken = files.filter((file) => /"UCMNZ"|usecallmanager\.nz/.test(readFileSync(file, "utf8")));
  expect(named).toEqual(taken.toSorted());
  expect(licence).toBe("MIT AND CC-BY-4.0");
  expect(readFileSync("LICENSES/MIT.txt", "utf8")).toBe(readFileSync("LICENSE", "utf8"));
  expect(readFileSync("LICENSES/CC-BY-4.0.txt", "utf8")).toMatch(/^Attribution 4\.0 International\n/);
});
