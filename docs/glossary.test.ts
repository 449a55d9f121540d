import { globSync, readFileSync } from "node:fs";
import { matchesGlob } from "node:path";
import { expect, test } from "vitest";
import { type FormerWords, formerWords } from "@/docs/testing/former-words";
import { namesIn, stemOf } from "@/docs/testing/names";
import { writtenTexts } from "@/docs/testing/texts";

const code = writtenTexts()
  .filter(({ path }) => /\.(ts|tsx|mjs|cjs)$/.test(path))
  .map(({ path, content }) => ({ path, names: namesIn(content) }));

/** What a row of the list finds: a name or file and where it is. */
function foundBy({ in: where, names, files = [] }: FormerWords): string[] {
  return code
    .filter(({ path }) => where.some((pattern) => matchesGlob(path, pattern)))
    .flatMap(({ path, names: own }) => [
      ...names.filter((name) => own.has(name)).map((name) => `${name} in ${path}`),
      ...(files.includes(stemOf(path)) || path.split("/").some((folder) => files.includes(folder))
        ? [path]
        : []),
    ]);
}

/** Tables and columns of the schema, and the functions, triggers and views that the migrations leave. */
function storedNames(): string[] {
  const schema = globSync("prisma/schema/*.prisma").map((file) => readFileSync(file, "utf8"));
  const declared = schema.flatMap((text) => [...text.matchAll(/^(?:model| ) +(\w+)/gm)]);
  const left = new Set(declared.map(([, name = ""]) => name));
  const change =
    /CREATE (?:OR REPLACE )?(?:FUNCTION|TRIGGER|VIEW) "(\w+)"|DROP (?:FUNCTION|TRIGGER|VIEW) "(\w+)"/g;
  for (const file of globSync("prisma/migrations/*/migration.sql").sort()) {
    for (const [, made, dropped] of readFileSync(file, "utf8").matchAll(change)) {
      if (made !== undefined) left.add(made);
      if (dropped !== undefined) left.delete(dropped);
    }
  }
  return [...left].sort();
}

test("no name and no file has a word that the glossary has ended, where it meant something else", () => {
  expect(formerWords.flatMap(foundBy)).toEqual([]);
});

test("the names and files are really looked at", () => {
  const row = (where: string, names: string[], files: string[]) => ({ in: [where], names, files, now: "" });
  const found = foundBy(
    row("lib/server/db/call/publish-c*", ["publishChanges", "nowhere"], ["publish-changes"]),
  );
  const path = "lib/server/db/call/publish-changes.ts";
  expect(found).toEqual([`publishChanges in ${path}`, path]);
  expect(foundBy(row("lib/server/*", [], ["runtime"]))).toEqual([]);
  expect([...namesIn(`const { a: b } = f("c", \`d \${e}\`); // g`)]).toEqual([
    ...["const", "a", "b", "f", "e"],
  ]);
});

test("tables, columns, functions and triggers have no word that the glossary has ended", () => {
  const stored = storedNames();
  expect(stored).toEqual(
    expect.arrayContaining(["DueEvent", "ChangeEvent", "DueGroup", "dueAt", "sendDueEvent"]),
  );
  expect(
    stored.filter((name) => /letter|announce|news|told|^turn$|world|likeness|shared-?state/i.test(name)),
  ).toEqual([]);
});

test.each(["columnsOf", "DeviceWorld", "Stamp", "listUsers"])("there is one %s for others to use", (name) => {
  const declaration = new RegExp(`export (?:async )?(?:function|class|interface|type|const) ${name}\\b`);
  const declaring = writtenTexts().filter(
    ({ path, content }) => /^lib\/(server\/db|devices)\/.*\.ts$/.test(path) && declaration.test(content),
  );
  expect(declaring).toHaveLength(1);
});
