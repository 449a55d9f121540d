import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

const folder = join("lib", "server", "db");
const declaration = /^(?=(?:export )?(?:async )?(?:function\*?|const|interface|type|class) )/m;
const named = /^(?<exported>export )?(?:async )?(?:function\*?|const) (?<name>\w+)/;
const composes = /\b(?:sqlIn|readRows|writeRows)\(|\bsql(?:`|<|\.)|\.execute(?:TakeFirst(?:OrThrow)?)?\(/;
const takesTransaction = /^[^)]*\(\s*transaction: Transaction\b/;

/**
 * The functions of a file that compose SQL in a transaction: they, or what they call in the same file, use Kysely.
 * @param source text of a module, formatted as all of them are
 */
export function composingFunctions(source: string): string[] {
  const declarations = source.split(declaration).flatMap((text) => {
    const { name, exported } = named.exec(text)?.groups ?? {};
    return name === undefined ? [] : [{ name, text, isExported: exported !== undefined }];
  });
  const composing = new Set<string>();
  for (let size = -1; size < composing.size; ) {
    size = composing.size;
    for (const { name, text } of declarations) {
      const callsOne = [...composing].some((other) => new RegExp(`\\b${other}\\b`).test(text));
      if (callsOne || composes.test(text)) composing.add(name);
    }
  }
  return declarations
    .filter(({ name, text, isExported }) => isExported && composing.has(name) && takesTransaction.test(text))
    .map(({ name }) => name);
}

/** The functions that compose SQL, by the file in `lib/server/db` without its ending. */
export function allComposingFunctions(): Record<string, string[]> {
  const files = globSync(join(folder, "**", "*.ts"))
    .filter((file) => !/\.test\.ts$|generated/.test(file))
    .map((file) => relative(folder, file).replaceAll("\\", "/").replace(/\.ts$/, ""))
    // Whoever composes calls it.
    .filter((file) => file !== "kysely");
  const found = files
    .sort()
    .map((file) => [file, composingFunctions(readFileSync(join(folder, `${file}.ts`), "utf8"))] as const);
  return Object.fromEntries(found.filter(([, names]) => names.length > 0));
}
