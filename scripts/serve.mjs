// Serves the built console on PORT (default 3000) in this very process, so that ending it ends everything.
import { enableCompileCache, flushCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import { makeAddressesReadable } from "./readable-address.mjs";
import { stopWhenAsked } from "./stop-when-asked.mjs";

// Later starts read compiled code instead of compiling it again; killed processes leave it behind too.
enableCompileCache(fileURLToPath(new URL("../node_modules/.ringback/compiled", import.meta.url)));
const settledMilliseconds = 3_000;
setTimeout(flushCompileCache, settledMilliseconds).unref();

makeAddressesReadable();
stopWhenAsked();
process.env.NEXT_TELEMETRY_DISABLED = "1";
process.env.NODE_ENV = "production";
// Longer than clients and proxies keep idle connections, so that none sends a request into one that is being closed.
const keepAliveMilliseconds = 75_000;
process.argv.splice(2, process.argv.length, "start", "--keepAliveTimeout", String(keepAliveMilliseconds));
await import("next/dist/bin/next");
