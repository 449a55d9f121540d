// Serves the built console on HOST and PORT (default 127.0.0.1:3000) in this very process, so that ending it ends
// everything. What happens to a request before Next sees it is in lib/server/http.
import { readFileSync } from "node:fs";
import { enableCompileCache, flushCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

const root = new URL("..", import.meta.url);
// Later starts read compiled code instead of compiling it again; killed processes leave it behind too.
enableCompileCache(fileURLToPath(new URL("node_modules/.ringback/compiled", root)));
const settledMilliseconds = 3_000;
setTimeout(flushCompileCache, settledMilliseconds).unref();

process.env.NEXT_TELEMETRY_DISABLED = "1";
process.env.NODE_ENV = "production";
const { aliases } = await import("./register-aliases.mjs");
const { serve } = await import("@/lib/server/http/serve");
const { sentenceOf } = await import("@/lib/server/sentence");
// Next loads its own parts in ways that bear no hooks.
aliases.deregister();
const { default: next } = await import("next");

async function startNext(place) {
  // As Next's own standalone servers do: the settings that the build worked out, without the compilers that it would load
  // to read next.config.ts once more, 44 MB.
  const built = readFileSync(new URL(".next/required-server-files.json", root), "utf8");
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(JSON.parse(built).config);
  const app = next({ dev: false, dir: fileURLToPath(root), quiet: true, ...place });
  await app.prepare();
  return app.getRequestHandler();
}

try {
  await serve(startNext);
} catch (error) {
  process.stderr.write(`Ringback cannot start. ${sentenceOf(error)}\n`);
  process.exit(1);
}
