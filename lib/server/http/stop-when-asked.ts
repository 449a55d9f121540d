import type { Server, ServerResponse } from "node:http";

const graceMilliseconds = 5_000;
const lookAgainMilliseconds = 50;
const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const;

const isEventStream = (response: ServerResponse) =>
  String(response.getHeader("content-type") ?? "").startsWith("text/event-stream");

/**
 * Ends the process when it is asked to (SIGTERM, SIGINT): answers what is asked already, closes what is idle, ends event
 * streams, whose clients connect again by themselves; after five seconds at the latest.
 */
export function stopWhenAsked(server: Server): void {
  const answering = new Set<ServerResponse>();
  server.prependListener("request", (_request, response) => {
    answering.add(response);
    response.once("close", () => answering.delete(response));
  });

  function stop(signal: keyof typeof exitCodes): void {
    const deadline = Date.now() + graceMilliseconds;
    server.close();
    const look = () => {
      for (const response of answering) if (isEventStream(response)) response.destroy();
      server.closeIdleConnections();
      if (answering.size === 0 || Date.now() > deadline) process.exit(exitCodes[signal]);
      setTimeout(look, lookAgainMilliseconds);
    };
    look();
  }
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}
