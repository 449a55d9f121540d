import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

const texts = [
  "*.{ts,mjs,md}",
  ".dependency-cruiser.cjs",
  "{app,components,docs,e2e,lib,prisma,scripts}/**/*.{ts,tsx,mjs,cjs,css,json,md,prisma,sql}",
];
const made = ["lib/client/generated/**", "lib/server/db/generated/**", "**/node_modules/**"];

/** A file of text that people wrote. */
export interface Text {
  readonly path: string;
  readonly content: string;
}

function read(patterns: readonly string[], exclude: readonly string[]): Text[] {
  return globSync(patterns, { exclude, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(".", join(parentPath, name)))
    .map((path) => ({ path, content: readFileSync(path, "utf8") }));
}

/** Code, tests, texts and documents; nothing that is generated. */
export function writtenTexts(): Text[] {
  return read(texts, made);
}

/** What contributors read: the documents and every README. */
export function documents(): Text[] {
  return read(["*.md", "{app,components,docs,e2e,lib,prisma,scripts}/**/*.md"], made);
}
