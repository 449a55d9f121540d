import { basename } from "node:path";

const tokens =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|[A-Za-z_$][\w$]*/g;

/** The names in code: of what is declared, and of what is used; neither comments nor texts. */
export function namesIn(code: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [token] of code.matchAll(tokens)) {
    if (/^[A-Za-z_$]/.test(token)) names.add(token);
    if (!token.startsWith("`")) continue;
    for (const [, inner = ""] of token.matchAll(/\$\{([^}]*)\}/g))
      for (const name of namesIn(inner)) names.add(name);
  }
  return names;
}

/** The name of a file without its ends: `happen` of `happen.test.ts`. */
export function stemOf(path: string): string {
  return basename(path).replace(/\..*$/, "");
}
