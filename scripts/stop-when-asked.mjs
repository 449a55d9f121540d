// Ends the process when it is asked to (SIGTERM, SIGINT): answers what is asked already, closes what is idle, ends
// event streams, whose clients connect again by themselves. Next's own handler waits until clients close their idle
// connections, which takes browsers more than a minute.
import { subscribe } from "node:diagnostics_channel";

const graceMilliseconds = 5_000;
const lookAgainMilliseconds = 50;
const exitCodes = { SIGINT: 130, SIGTERM: 143 };

const isEventStream = (response) =>
  String(response.getHeader("content-type") ?? "").startsWith("text/event-stream");

/** Takes over both signals; to be called before Next starts. */
export function stopWhenAsked() {
  process.env.NEXT_MANUAL_SIG_HANDLE = "1";
  const servers = new Set();
  const answering = new Set();
  subscribe("http.server.request.start", ({ server, response }) => {
    servers.add(server);
    answering.add(response);
    response.once("close", () => answering.delete(response));
  });

  function stop(signal) {
    const deadline = Date.now() + graceMilliseconds;
    for (const server of servers) server.close();
    const look = () => {
      for (const response of answering) if (isEventStream(response)) response.destroy();
      for (const server of servers) server.closeIdleConnections();
      if (answering.size === 0 || Date.now() > deadline) process.exit(exitCodes[signal]);
      setTimeout(look, lookAgainMilliseconds);
    };
    look();
  }
  for (const signal of Object.keys(exitCodes)) process.once(signal, stop);
}
