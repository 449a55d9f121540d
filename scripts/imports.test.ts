import { existsSync, globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Imported {
  readonly script: string;
  readonly name: string;
  readonly module: string;
}

/** What the scripts, which no compiler reads, take from the program: `const { a, b: c } = await import("@/lib/…")`. */
function importedBy(script: string): Imported[] {
  const text = readFileSync(script, "utf8");
  return [...text.matchAll(/const \{([^}]*)\} = await import\(\s*"@\/([^"]+)",?\s*\)/g)].flatMap(
    ([, names = "", module = ""]) =>
      names
        .split(",")
        .map((name) => name.split(":")[0]?.trim() ?? "")
        .filter((name) => name !== "")
        .map((name) => ({ script, name, module })),
  );
}

function isExported({ name, module }: Imported): boolean {
  const file = `${module}.ts`;
  if (!existsSync(file)) return false;
  return new RegExp(`export (async )?(function|const|class) ${name}\\b`).test(readFileSync(file, "utf8"));
}

const imported = globSync("scripts/**/*.mjs").flatMap(importedBy);

test("everything that scripts take from the program is there by that name", () => {
  expect(imported.length).toBeGreaterThan(50);
  expect(imported.filter((one) => !isExported(one))).toEqual([]);
});

test("a name that the program does not have is noticed", () => {
  const module = "lib/server/runtime/calls/apply-call-events";
  const names = ["applyCallEvents", "happenCalls"].map((name) => ({ script: "", name, module }));
  expect(names.map(isExported)).toEqual([true, false]);
});
