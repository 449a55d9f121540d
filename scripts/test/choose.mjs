// What of the tests a change concerns: docs/decisions/0033-tests-of-a-change.md.
import { posix } from "node:path";
import { steps } from "../setup/steps.mjs";

/** Changes of these may show in any Vitest test: no import leads to them, or all tests stand on them. */
const underAllUnits =
  /^(package(-lock)?\.json|tsconfig\.json|vitest\.config\.ts)$|^prisma\/|\.sql$|^lib\/server\/testing\//;

/** Changes of these may show in any scenario. */
const underAllScenarios =
  /^(package(-lock)?\.json|tsconfig\.json|playwright\.config\.ts|e2e\/fixtures\/global-setup\.ts)$|^scripts\/(serve|register-aliases)\.mjs$/;

/** Words and pictures for people, and tests, of which no page is made. */
const isOutsideOfConsole = (path) => /\.md$|\.test\.tsx?$|\/testing\//.test(path);
const isPartOfConsole = (path) =>
  !isOutsideOfConsole(path) &&
  steps.console.sources.some((source) => path === source || path.startsWith(`${source}/`));

/**
 * The feature that a file of the console is only for: that of its folder in `components`, which no other feature may
 * import, or the last named part of the address that it serves. Null when it is for several.
 */
function featureOf(path) {
  const [, component] = /^components\/([^/]+)\//.exec(path) ?? [];
  if (component !== undefined) return component === "ui" || component === "console" ? null : component;
  const [, address] = /^app\/\(console\)\/(.+)\/[^/]+$/.exec(path) ?? [];
  return address?.split("/").findLast((part) => !part.startsWith("[")) ?? null;
}

/** Names a feature as sources do: `device-pool`, `deviceProfile`. */
function naming(feature) {
  const camel = feature.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  return new RegExp(`(?<![\\w-])(${feature}|${camel})(?![\\w-])`);
}

/** The files that a source imports, as their paths may be written. */
function importsOf(path, text) {
  return [...text.matchAll(/(?:from|import\()\s*"(\.{1,2}\/|@\/)([^"]+)"/g)].map(([, root, rest]) =>
    root === "@/" ? rest : posix.join(posix.dirname(path), root, rest),
  );
}

/** A file and all that it imports, directly or not, as far as the sources are known. */
function closureOf(path, texts, seen = new Set()) {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const imported of importsOf(path, texts.get(path) ?? "")) {
    const file = [imported, `${imported}.ts`, `${imported}.tsx`].find((name) => texts.has(name));
    if (file !== undefined) closureOf(file, texts, seen);
  }
  return seen;
}

/** Reads files of the program itself, so what it proves does not follow from what it imports. */
const readsProgram = (text) => /from "node:fs"/.test(text) && !/mkdtempSync/.test(text);

/**
 * The Vitest tests of a change.
 * @returns "all", or the files whose related tests are meant: changed code, and tests that read the whole program
 */
function chooseUnits(changed, texts) {
  if (changed.some((path) => underAllUnits.test(path))) return "all";
  const tests = [...texts.keys()].filter((path) => path.endsWith(".test.ts"));
  const isScript = changed.some((path) => path.startsWith("scripts/"));
  return [
    ...changed.filter(
      (path) => /\.(tsx?|mjs|json)$/.test(path) && !path.startsWith("e2e/") && texts.has(path),
    ),
    ...tests.filter((path) => readsProgram(texts.get(path)) || (isScript && path.startsWith("scripts/"))),
  ];
}

/** Visits every page. */
const everyScreen = "e2e/screens.spec.ts";

/** Below all scenarios; what it imports names what only some of them use. */
const base = "e2e/fixtures/test.ts";

/** The sources of a scenario that tell what it is about: its own, and those of its actions. */
function tellingOf(path, texts) {
  return [...closureOf(path, texts, new Set([base]))].filter((file) => /^e2e\/(?!fixtures\/)/.test(file));
}

/**
 * The scenarios of a change.
 * @returns "all", or their files
 */
function chooseScenarios(changed, texts) {
  if (changed.some((path) => underAllScenarios.test(path))) return "all";
  const product = changed.filter(isPartOfConsole);
  const features = new Set(product.map(featureOf));
  if (features.has(null)) return "all";
  const scenarios = [...texts.keys()].filter((path) => path.endsWith(".spec.ts"));
  const closures = new Map(scenarios.map((path) => [path, [...closureOf(path, texts)]]));
  const chosen = new Set(
    scenarios.filter((path) => closures.get(path).some((file) => changed.includes(file))),
  );
  for (const feature of features) {
    const name = naming(feature);
    const named = scenarios.filter((path) =>
      tellingOf(path, texts).some((file) => name.test(texts.get(file))),
    );
    if (named.length === 0) return "all";
    for (const path of [...named, everyScreen]) chosen.add(path);
  }
  return [...chosen].sort();
}

/**
 * Chooses the tests that a change concerns.
 * @param {readonly string[]} changed paths of files that differ, new and deleted ones too
 * @param {ReadonlyMap<string, string>} texts all sources that are there, by path
 * @returns {{ units: "all" | string[], scenarios: "all" | string[] }}
 */
export function chooseTests(changed, texts) {
  return { units: chooseUnits(changed, texts), scenarios: chooseScenarios(changed, texts) };
}
