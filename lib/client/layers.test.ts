import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

// dependency-cruiser cannot tell type imports apart with this TypeScript; the bundle must not hold the schemas.
test("browser code imports nothing but types from the contract", () => {
  const files = globSync(["components/**/*.{ts,tsx}", "lib/client/**/*.ts"]);
  const offenders = files.filter((file) =>
    /^import (?!type )[^;]*?from "@\/lib\/contract\//ms.test(readFileSync(file, "utf8")),
  );
  expect(files.length).toBeGreaterThan(10);
  expect(offenders).toEqual([]);
});
