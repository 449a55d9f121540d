import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import type { Client } from "@/lib/server/http/client-of";
import { type Identified, identifiedChannel } from "@/lib/server/http/identified";

/** Asked for by machines, all the time, and of no interest to anybody who reads the log later. */
const isUnremarkable = /^\/(_next\/static|api\/health)(\/|$)/;
/** While the program is not ready they ask all the time, too; why it is not is in the log already. */
const isHealth = /^\/api\/health(\/|$)/;

const users = new Map<string, string>();
subscribe(identifiedChannel, (message) => {
  const { requestId, user } = message as Identified;
  if (users.has(requestId)) users.set(requestId, user);
});

/**
 * Writes one line when a request is answered or given up: at `info`; at `warn` when the server failed, at `debug` for
 * static files and health. The query is left out: people search for names and numbers.
 */
export function writeAccessLine(
  logger: Logger,
  request: IncomingMessage,
  response: ServerResponse,
  { address }: Client,
  requestId: string,
): void {
  const started = performance.now();
  const { method, socket } = request;
  const [path = ""] = (request.url ?? "").split("?", 1);
  const sentBefore = socket.bytesWritten;
  users.set(requestId, "");
  response.once("close", () => {
    const user = users.get(requestId);
    users.delete(requestId);
    const status = response.headersSent ? response.statusCode : null;
    const hasFailed = status !== null && status >= 500 && !isHealth.test(path);
    const level = hasFailed ? "warn" : isUnremarkable.test(path) ? "debug" : "info";
    logger[level](
      {
        event: "request",
        method,
        path,
        status,
        durationMilliseconds: Math.round(performance.now() - started),
        bytes: socket.bytesWritten - sentBefore,
        ...(user ? { user } : {}),
        address,
        requestId,
        // The client went away, or the stream was cut, before all was sent.
        ...(response.writableFinished ? {} : { isCut: true }),
      },
      "request",
    );
  });
}
