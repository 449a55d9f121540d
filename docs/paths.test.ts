import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { minifyContractRouter } from "@orpc/contract";
import { describe, expect, test } from "vitest";
import { isPath, namedIn, operationOf, patternOf, scriptOf } from "@/docs/testing/named";
import { documents, writtenTexts } from "@/docs/testing/texts";
import { contract } from "@/lib/contract/contract";

/** Files that the program writes or that others have, and names of others that look like folders. */
const elsewhere = new Set([
  ...["ringback.json", "ringback-backup.json", "lib/client/generated/routes.json"],
  ...["application/json", "text/csv", "text/plain", "application/xml", "next/dynamic"],
  ...["usecallmanagernz/tftpboot", "archlinux/aur", "csptechnologies/ciscoprovsionerweb"],
  ...["node_modules/.ringback", "pki/authorities/local/root.crt"],
]);
const scripts = new Set([
  "ci",
  "install",
  ...Object.keys(JSON.parse(readFileSync("package.json", "utf8")).scripts),
]);

/** What is served beside the operations of the contract. */
const served = [
  "/api/v1",
  "/openapi.json",
  "/api/health",
  "/api/health/live",
  "/api/health/ready",
  "/metrics",
];

function routesOf(router: object): string[] {
  if (!("~orpc" in router)) return Object.values(router).flatMap(routesOf);
  const { route } = router["~orpc"] as { readonly route: { readonly method: string; readonly path: string } };
  return [`${route.method} ${route.path}`];
}
const routes = routesOf(minifyContractRouter(contract));

/** A README speaks of the files beside it; a document may name a file by the end of its path. */
function exists(path: string, document: string): boolean {
  if (elsewhere.has(path)) return true;
  if (document.startsWith("lib/") && !path.startsWith("lib/"))
    return existsSync(join(dirname(document), path));
  return globSync(patternOf(path), { exclude: ["**/node_modules/**"] }).length > 0;
}

function isServed(span: string): boolean {
  const named = operationOf(span);
  if (!named || named.path.includes("…")) return true;
  const { method, path } = named;
  if (served.includes(path)) return true;
  return method ? routes.includes(`${method} ${path}`) : routes.some((route) => route.endsWith(` ${path}`));
}

/** What a document names and there is not. */
function missingIn(path: string, content: string): string[] {
  const { links, spans } = namedIn(content);
  const dead = links
    .filter((address) => !/^(https?:|#)/.test(address))
    .filter((address) => !existsSync(join(dirname(path), decodeURI(address.replace(/#.*$/, "")))));
  const lost = spans.filter((span) => isPath(span) && !exists(span, path));
  const unknown = spans.filter((span) => {
    const script = scriptOf(span);
    return script !== null && !scripts.has(script);
  });
  const isOfApi = (span: string) => path === "docs/api.md" || /^[A-Z]+ \/|^\/api\/v1\//.test(span);
  return [...dead, ...lost, ...unknown, ...spans.filter((span) => isOfApi(span) && !isServed(span))];
}

describe("what documents and READMEs name exists:", () => {
  test.each(documents())("files, folders, commands and operations in $path", ({ path, content }) => {
    expect(missingIn(path, content)).toEqual([]);
  });

  test("the documents of the law and the READMEs of the wings are among them", () => {
    const paths = documents().map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(["README.md", "docs/engine.md", "docs/tour.md", "lib/callback/README.md"]),
    );
  });
});

test("every document that code names is there", () => {
  const named = writtenTexts().flatMap(({ path, content }) =>
    [...content.matchAll(/\bdocs\/[\w./-]+\.md\b/g)].map(([document]) => ({ path, document })),
  );
  expect(named.filter(({ document }) => !existsSync(document))).toEqual([]);
  expect(named.length).toBeGreaterThan(5);
});

test("what there is not is noticed, in backticks and in links", () => {
  const lost = ["lib/callback/nowhere", "no-such-file.ts", "nowhere/at-all", "lib/i18n/{fr,de}/messages.ts"];
  const wrong = ["npm run nothing", "POST /phones/{name}/explode", "/api/v1/nothing"];
  const text = ["[a](decisions/0000-none.md)", ...[...lost, ...wrong].map((span) => `\`${span}\``)].join(
    "\n",
  );
  expect(missingIn("docs/tour.md", text)).toEqual(["decisions/0000-none.md", ...lost, ...wrong]);
  expect(missingIn("lib/callback/README.md", "`step.ts`, `requests/queue.ts`, `happen.ts`")).toEqual([
    "happen.ts",
  ]);
});
