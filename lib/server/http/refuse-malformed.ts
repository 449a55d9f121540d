import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Logger } from "pino";
import { allowedForApi } from "@/lib/server/http/methods";

interface Answer {
  readonly status: number;
  readonly words: string;
  readonly headers?: string;
}

const badRequest: Answer = { status: 400, words: "Bad Request" };
/** What Node's parser and its clocks object to, by their codes; everything else of the parser is a bad request. */
const answers: Readonly<Record<string, Answer>> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, words: "Request Timeout" },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: 413, words: "Payload Too Large" },
  HPE_HEADER_OVERFLOW: { status: 431, words: "Request Header Fields Too Large" },
};
const notHere: Answer = {
  status: 405,
  words: "Method Not Allowed",
  headers: `allow: ${allowedForApi.join(", ")}\r\n`,
};

/**
 * Answers what never becomes a request, and writes a line of each: what is no HTTP, what takes too long to arrive, and
 * CONNECT, which asks for a tunnel. Node would answer these without a word to anybody else.
 */
export function refuseMalformed(server: Server, logger: Logger): void {
  /** The answers that are underway, by connection: nothing may be written into the midst of one. */
  const underway = new WeakMap<Socket, Set<ServerResponse>>();
  server.prependListener("request", ({ socket }: IncomingMessage, response: ServerResponse) => {
    const ofConnection = underway.get(socket) ?? new Set();
    underway.set(socket, ofConnection.add(response));
    response.once("close", () => ofConnection.delete(response));
  });

  function end(socket: Socket, answer: Answer, reason: string): void {
    const isWithinAnswer = [...(underway.get(socket) ?? [])].some(({ headersSent }) => headersSent);
    if (!socket.writable || isWithinAnswer) return void socket.destroy();
    const { status, words, headers = "" } = answer;
    const address = socket.remoteAddress ?? "";
    logger.info({ event: "request.malformed", status, reason, address }, "what is no request was refused");
    socket.end(
      `HTTP/1.1 ${status} ${words}\r\n${headers}content-length: 0\r\nconnection: close\r\n\r\n`,
      () => socket.destroySoon(),
    );
  }

  server.on("clientError", ({ code = "" }: NodeJS.ErrnoException, socket) => {
    const answer = answers[code] ?? (code.startsWith("HPE_") ? badRequest : null);
    // The connection broke, or never came about: there is nobody to answer.
    if (answer) end(socket as Socket, answer, code);
    else socket.destroy();
  });
  server.on("connect", (_request, socket) => {
    socket.on("error", () => socket.destroy());
    end(socket as Socket, notHere, "CONNECT");
  });
  // An expectation that nobody knows is no reason to refuse the request (RFC 9110, 10.1.1).
  server.on("checkExpectation", (request, response) => void server.emit("request", request, response));
}
