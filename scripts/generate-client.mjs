// Writes the routes of the API contract, without its schemas, for the browser: the typed client needs method and
// path of every procedure, and none of the validation code.
import "./register-aliases.mjs";
import { mkdirSync, writeFileSync } from "node:fs";
import { minifyContractRouter } from "@orpc/contract";

const { contract } = await import("@/lib/contract/contract");
const folder = new URL("../lib/client/generated/", import.meta.url);
mkdirSync(folder, { recursive: true });

/** Keeps of a route what the client needs. */
function routesOnly(router) {
  const procedure = router["~orpc"];
  if (!procedure)
    return Object.fromEntries(Object.entries(router).map(([name, part]) => [name, routesOnly(part)]));
  const { method, path, inputStructure, outputStructure } = procedure.route;
  return { "~orpc": { errorMap: {}, meta: {}, route: { method, path, inputStructure, outputStructure } } };
}

writeFileSync(
  new URL("routes.json", folder),
  `${JSON.stringify(routesOnly(minifyContractRouter(contract)))}\n`,
);
