/** What a document names: addresses of links, and what stands in backticks; code in fences is left out. */
export interface Named {
  readonly links: readonly string[];
  readonly spans: readonly string[];
}

/** Reads what a document names. */
export function namedIn(markdown: string): Named {
  const prose = markdown.replaceAll(/^```[\s\S]*?^```/gm, "");
  return {
    links: [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, address = ""]) => address),
    spans: [...prose.matchAll(/`([^`\n]+)`/g)].map(([, span = ""]) => span),
  };
}

const roots = /^(app|components|docs|e2e|lib|prisma|scripts)(\/|$)/;
const file = /^[\w./[\]()<>{},*-]+\.(ts|tsx|ts\(x\)|mjs|cjs|json|md|sql|prisma|css)$/;
const folders = /^[a-z][\w-]*(\/[\w[\]().-]+)+$/;

/** True for what looks like a file or folder of the repository, whole or its end: `step.ts`, `testing/model`. */
export function isPath(span: string): boolean {
  return roots.test(span) || file.test(span) || folders.test(span);
}

/**
 * A pattern of `globSync` for a path; `<kind>` stands for any name, as a whole folder for several, `.ts(x)` for both
 * endings. Brackets are letters of names.
 */
export function patternOf(path: string): string {
  const ends = path.replace(/\/$/, "").replaceAll(".ts(x)", ".{ts,tsx}");
  const named = ends.replaceAll(/(?<=\/)<[^>]+>(?=\/)/g, "**").replaceAll(/<[^>]+>/g, "*");
  const any = named.replaceAll(/[[\]()]/g, "?");
  return roots.test(any) ? any : `{.,{app,components,docs,e2e,lib,prisma,scripts}/**}/${any}`;
}

const command = /^npm (?:run )?([\w:-]+)/;

/** The script of `package.json` that a command runs; null for anything else. */
export function scriptOf(span: string): string | null {
  return command.exec(span)?.[1] ?? null;
}

const operation = /^(?:(GET|POST|PATCH|DELETE) )?(\/[^\s?]*)/;

/** Method, if one is named, and path below `/api/v1` of an operation of the API; null for anything else. */
export function operationOf(span: string): { readonly method: string | null; readonly path: string } | null {
  const [, method = null, path] = operation.exec(span) ?? [];
  return path === undefined ? null : { method, path: path.replace(/^\/api\/v1(?=\/)/, "") };
}
