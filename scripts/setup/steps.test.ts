import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import packageJson from "@/package.json" with { type: "json" };

test("version managers are told the Node that the program runs on", () => {
  expect(readFileSync(".nvmrc", "utf8")).toBe(`${packageJson.dependencies.node}\n`);
});
