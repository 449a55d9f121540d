import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { TLSSocket } from "node:tls";
import type { Logger } from "pino";
import type { Environment } from "@/lib/server/config/environment";
import { writeAccessLine } from "@/lib/server/http/access-line";
import { type Client, clientOf } from "@/lib/server/http/client-of";
import { internalHeaders, removeForgeable } from "@/lib/server/http/internal-headers";
import { answerMethod, refuseTunnel } from "@/lib/server/http/methods";
import { makeAddressReadable } from "@/lib/server/http/readable-address";

/** How long the server waits for a client, in milliseconds. */
export interface Patience {
  /** For the next request of a connection. */
  idle: number;
  /** For the headers of a request. */
  headers: number;
  /** For a whole request, a file of rows included. */
  request: number;
  /** How often it looks whether one of these is over. */
  look: number;
}

const usual: Patience = {
  // Longer than clients and proxies keep idle connections, so that none sends a request into one that is being closed.
  idle: 75_000,
  // Who sends drop by drop, to hold connections, is cut off.
  headers: 20_000,
  request: 300_000,
  look: 5_000,
};

/**
 * The server around the program: it finds out who asks and how, names the request, writes its access line, answers the
 * methods that are nobody's, and hands over the rest.
 * @param program answers the requests; those that arrive while it still starts wait for it
 */
export function makeServer(
  { trustedProxies }: Pick<Environment, "trustedProxies">,
  logger: Logger,
  program: Promise<RequestListener>,
  patience: Patience = usual,
): Server {
  const limits = {
    keepAliveTimeout: patience.idle,
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    connectionsCheckingInterval: patience.look,
    // Nothing here speaks another protocol; Next would close such a connection without an answer.
    shouldUpgradeCallback: () => false,
  };
  const server = createServer(limits, async (request, response) => {
    const { remoteAddress, encrypted } = request.socket as Partial<TLSSocket>;
    const connection = { address: remoteAddress, isEncrypted: encrypted === true };
    const client = clientOf(connection, request.headers, trustedProxies);
    const requestId = randomUUID();
    writeAccessLine(logger, request, response, client, requestId);
    response.setHeader("x-request-id", requestId);
    if (answerMethod(request, response)) return;
    tellProgram(request, client, requestId);
    makeAddressReadable(request);
    try {
      const answer = await program;
      await answer(request, response);
    } catch (error) {
      logger.error({ err: error, requestId }, "request failed");
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  });
  return server.on("connect", refuseTunnel);
}

/** Puts what is known of the client in place of what anybody could have written. */
function tellProgram({ headers }: IncomingMessage, client: Client, requestId: string): void {
  removeForgeable(headers);
  if (client.host !== undefined) headers.host = client.host;
  headers[internalHeaders.clientAddress] = client.address;
  headers[internalHeaders.scheme] = client.scheme;
  headers[internalHeaders.requestId] = requestId;
  // What Next itself reads.
  headers["x-forwarded-proto"] = client.scheme;
  headers["x-forwarded-for"] = client.address;
}
