import type { RequestListener } from "node:http";
import pino from "pino";
import { readEnvironment } from "@/lib/server/config/environment";
import { listen } from "@/lib/server/http/listen";
import { makeServer } from "@/lib/server/http/make-server";
import { stopWhenAsked } from "@/lib/server/http/stop-when-asked";

/**
 * Serves the program: listens first, then starts it, so that requests wait instead of being refused.
 * @param start starts what answers the requests, which is told where they arrive
 * @throws Error with a sentence that says what to do, for a bad environment or a port that is not to be had
 */
export async function serve(
  start: (place: { hostname: string; port: number }) => Promise<RequestListener>,
): Promise<void> {
  const environment = readEnvironment();
  const program = Promise.withResolvers<RequestListener>();
  const server = makeServer(environment, pino({ level: environment.logLevel }), program.promise);
  stopWhenAsked(server);
  const port = await listen(server, environment);
  // The program tells people its address.
  process.env.PORT = String(port);
  program.resolve(await start({ hostname: environment.host, port }));
}
