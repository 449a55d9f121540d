import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import type { Client } from "@/lib/server/http/client-of";
import { type Identified, identifiedChannel } from "@/lib/server/http/identified";
import { recordMeasurement, stopwatch } from "@/lib/server/measurements";

/** Asked for by machines, all the time, and of no interest to anybody who reads the log later. */
const isUnremarkable = /^\/(_next\/static|api\/health|metrics)(\/|$)/;
/** While the program is not ready they ask all the time, too; why it is not is in the log already. */
const isHealth = /^\/api\/health(\/|$)/;

/** What is known so far of the requests that are being answered. */
const underway = new Map<string, Identified>();
subscribe(identifiedChannel, (message) => {
  const told = message as Identified;
  const known = underway.get(told.requestId);
  if (!known) return;
  if (told.isStream && !known.isStream) recordMeasurement("stream", { change: 1 });
  Object.assign(known, told);
});

/**
 * Writes one line when a request is answered or given up: at `info`; at `warn` when the server failed, at `debug` for
 * static files, health and metrics. The query is left out: people search for names and numbers. Metrics are told the same.
 */
export function writeAccessLine(
  logger: Logger,
  request: IncomingMessage,
  response: ServerResponse,
  { address }: Client,
  requestId: string,
): void {
  const elapsed = stopwatch();
  const { method = "", socket } = request;
  const [path = ""] = (request.url ?? "").split("?", 1);
  const sentBefore = socket.bytesWritten;
  underway.set(requestId, { requestId });
  response.once("close", () => {
    const seconds = elapsed();
    const { user, route, isStream } = underway.get(requestId) ?? {};
    underway.delete(requestId);
    const status = response.headersSent ? response.statusCode : null;
    const hasFailed = status !== null && status >= 500 && !isHealth.test(path);
    const level = hasFailed ? "warn" : isUnremarkable.test(path) ? "debug" : "info";
    logger[level](
      {
        event: "request",
        method,
        path,
        status,
        durationMilliseconds: Math.round(seconds * 1000),
        bytes: socket.bytesWritten - sentBefore,
        ...(user === undefined ? {} : { user }),
        address,
        requestId,
        // The client went away, or the stream was cut, before all was sent.
        ...(response.writableFinished ? {} : { isCut: true }),
      },
      "request",
    );
    if (isStream) recordMeasurement("stream", { change: -1 });
    recordMeasurement("request", { method, route: route ?? kindOf(path), status, seconds });
  });
}

/** What a request is for that no operation of the API has answered. */
function kindOf(path: string): string {
  if (path.startsWith("/_next/static/")) return "static";
  if (path.startsWith("/api/health")) return "health";
  if (path.startsWith("/api/")) return "api";
  return path === "/metrics" ? "metrics" : "page";
}
