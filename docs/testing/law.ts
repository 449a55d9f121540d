import { readFileSync } from "node:fs";
import type { Text } from "@/docs/testing/texts";

/** Everything that has a number in the documents, as tags name it: `SK-10`, `S11`, `T3`, `row 22b`, `decision 12`. */
export interface Law {
  /** Requirements that hold, and those that are not built yet. */
  readonly built: readonly string[];
  readonly notBuilt: readonly string[];
  readonly rows: readonly string[];
  readonly properties: readonly string[];
  readonly timers: readonly string[];
}

/** The ids in the first cells of a document's tables. */
function firstCells(content: string, id: RegExp): string[] {
  return [...content.matchAll(/^\| (\S+) \|/gm)].flatMap(([, cell = ""]) => (id.test(cell) ? [cell] : []));
}

/** Reads what has a number in `docs/requirements.md` and `docs/engine.md`. */
export function readLaw(): Law {
  const requirements = readFileSync("docs/requirements.md", "utf8");
  const engine = readFileSync("docs/engine.md", "utf8");
  const [now = "", later = ""] = requirements.split("\n## Not built yet\n");
  const requirement = /^[A-Z]{2}-\d{2}$/;
  return {
    built: firstCells(now, requirement),
    notBuilt: firstCells(later, requirement),
    // Two rows end an offer and begin a request: they are in both tables.
    rows: [...new Set(firstCells(engine, /^\d+[a-z]?$/))],
    properties: firstCells(engine, /^[SL]\d+$/),
    timers: firstCells(engine, /^T\d$/),
  };
}

const single = /\b(?:[A-Z]{2}-\d{2}|[SLT]\d{1,2})\b/g;
const numbered = /\b([Rr]ow|[Dd]ecision)s? (\d+[a-z]?(?:(?:, and |, | and | to | or )\d+[a-z]?)*)\b/g;

/** The tags that a text names. */
export function tagsIn(content: string): string[] {
  const plain = [...content.matchAll(single)].map(([tag]) => tag);
  const counted = [...content.matchAll(numbered)].flatMap(([, what = "", ids = ""]) =>
    [...ids.matchAll(/\d+[a-z]?/g)].map(([id]) => `${what.toLowerCase()} ${id}`),
  );
  return [...plain, ...counted];
}

/** The title of each test and of each group of tests in a file. */
export function titlesIn(content: string): string[] {
  const title = /(?:\b(?:test|describe)(?:\.\w+)*|\))\(\s*(["'`])((?:\\.|(?!\1)[^\\])*)\1/g;
  return [...content.matchAll(title)].map(([, , text = ""]) => text);
}

/** The tags that a title names in brackets; `[PH-01 to PH-03]` names all three. */
export function provenBy(title: string): string[] {
  return [...title.matchAll(/\[([^\]]+)\]/g)].flatMap(([, inner = ""]) => {
    const range = /^([A-Z]{2})-(\d{2}) to \1-(\d{2})$/.exec(inner);
    if (!range) return inner.split(", ");
    const [, chapter, first, last] = range;
    const from = Number(first);
    return Array.from(
      { length: Number(last) - from + 1 },
      (_, place) => `${chapter}-${String(from + place).padStart(2, "0")}`,
    );
  });
}

/** Everything that the titles of tests and scenarios prove. */
export function provenIn(texts: readonly Text[]): Set<string> {
  const tests = texts.filter(({ path }) => /\.(test|spec)\.tsx?$/.test(path));
  return new Set(tests.flatMap(({ content }) => titlesIn(content).flatMap(provenBy)));
}
