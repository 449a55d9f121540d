import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const page = readFileSync("CONTRIBUTING.md", "utf8");
const examples = [...page.matchAll(/^`([^`\n]+)`:\n\n```ts\n([\s\S]*?)^```$/gm)].map(
  ([, path = "", code = ""]) => ({ path, code }),
);

test("the page for contributors shows a rule, a service and a test", () => {
  expect(examples).toHaveLength(3);
  expect(page.match(/^```ts$/gm)).toHaveLength(examples.length);
});

test.each(examples)("the example from $path is there as it is shown", ({ path, code }) => {
  expect(readFileSync(path, "utf8")).toContain(code);
});
