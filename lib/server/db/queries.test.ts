import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { objectsOf } from "@/lib/server/testing/configuration";
import { callQueries } from "@/lib/server/testing/queries/calls";
import { allComposingFunctions, composingFunctions } from "@/lib/server/testing/queries/composing-functions";
import { configurationQueries } from "@/lib/server/testing/queries/configuration";
import { deviceQueries } from "@/lib/server/testing/queries/devices";
import { type Examples, statementsOf } from "@/lib/server/testing/queries/example";
import { jobQueries } from "@/lib/server/testing/queries/jobs";
import { testContext } from "@/lib/server/testing/test-context";

const examples: Examples = { ...callQueries, ...configurationQueries, ...deviceQueries, ...jobQueries };
const folder = join(import.meta.dirname, "queries");

let context: ServiceContext;
beforeAll(async () => {
  context = await testContext();
  const objects = (kind: Parameters<typeof objectsOf>[0]) => objectsOf(kind, () => context);
  await objects("partition").create({ name: "Staff" });
  await objects("callingSearchSpace").create({ name: "Desks", partitions: ["Staff"] });
  await objects("directoryNumber").create({ pattern: "2001", partition: "Staff" });
});
afterAll(() => context.database.close());

test("every function that composes SQL has an example, and every example is of one", () => {
  const named = Object.entries(examples).map(([file, functions]) => [file, Object.keys(functions).sort()]);
  const composing = Object.entries(allComposingFunctions()).map(([file, names]) => [file, names.sort()]);
  expect(Object.fromEntries(named)).toEqual(Object.fromEntries(composing));
});

test("a function composes when it, or what it calls beside it, uses Kysely in a transaction", () => {
  const source = `const parts = () => sql\`TRUE\`;
function local(transaction: Transaction) {
  return parts();
}
export async function throughOthers(transaction: Transaction, id: string) {
  return local(transaction);
}
export async function own(
  transaction: Transaction,
) {
  return sqlIn(transaction).selectFrom("Job").execute();
}
export async function fixed(transaction: Transaction) {
  return transaction.$queryRaw\`SELECT 1\`;
}
export const part = sql.ref("a");
`;
  expect(composingFunctions(source)).toEqual(["throughOthers", "own"]);
});

test.each(Object.entries(examples))("what %s composes is what was reviewed", async (file, functions) => {
  const texts: string[] = [];
  for (const [name, example] of Object.entries(functions)) {
    const statements = await statementsOf(context.database, example);
    expect(statements, name).not.toEqual([]);
    texts.push(`-- ${name}\n${statements.map((statement) => `${statement};\n`).join("\n")}`);
  }
  await expect(texts.join("\n")).toMatchFileSnapshot(join(folder, `${file}.sql`));
});

test("no SQL was left behind by an example that is gone", () => {
  const files = globSync(join(folder, "**", "*.sql")).map((file) => relative(folder, file));
  const known = new Set(Object.keys(examples).map((file) => `${join(file)}.sql`));
  expect(files.filter((file) => !known.has(file))).toEqual([]);
});

test("SQL is put together by Kysely alone, and only where the database is", () => {
  const sources = globSync("{app,components,lib}/**/*.{ts,tsx}").filter(
    (file) => !/\.test\.ts$|\/testing\/|\/generated\//.test(file),
  );
  const whereFound = (pattern: RegExp) =>
    sources
      .filter((file) => pattern.test(readFileSync(file, "utf8")))
      .map((file) => file.replaceAll("\\", "/"));
  expect(whereFound(/\$(?:query|execute)RawUnsafe\b|\bPrisma\.(?:sql|raw|join|empty)\b/)).toEqual([
    "lib/server/db/kysely.ts",
  ]);
  const outside = whereFound(
    /\$(?:query|execute)Raw|`\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH|COPY|TRUNCATE)\s/,
  );
  expect(outside.filter((file) => !file.startsWith("lib/server/db/"))).toEqual([]);
});
