// Serves the built console on PORT (default 3000) in this very process, so that ending it ends everything.
process.env.NEXT_TELEMETRY_DISABLED = "1";
process.env.NODE_ENV = "production";
process.argv.splice(2, process.argv.length, "start");
await import("next/dist/bin/next");
