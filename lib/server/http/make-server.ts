import { randomBytes, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { TLSSocket } from "node:tls";
import type { Logger } from "pino";
import type { Environment } from "@/lib/server/config/environment";
import { writeAccessLine } from "@/lib/server/http/access-line";
import { answerHealth } from "@/lib/server/http/answer-health";
import { answerInTrouble } from "@/lib/server/http/answer-in-trouble";
import { readCertificate, renewWhenChanged } from "@/lib/server/http/certificate";
import { type Client, clientOf, isThroughUnknownProxy } from "@/lib/server/http/client-of";
import { fromHostCookies } from "@/lib/server/http/host-cookie";
import { internalHeaders, removeForgeable } from "@/lib/server/http/internal-headers";
import { answerMethod } from "@/lib/server/http/methods";
import { makeAddressReadable } from "@/lib/server/http/readable-address";
import { refuseMalformed } from "@/lib/server/http/refuse-malformed";
import { removeUnreadableState } from "@/lib/server/http/router-headers";
import { contentSecurityPolicy, securityHeaders } from "@/lib/server/http/security-headers";

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
 * methods that are nobody's, and hands over the rest. With a certificate it speaks HTTPS.
 * @param program answers the requests; those that arrive while it still starts wait for it
 * @throws Error with a sentence when the certificate cannot be used
 */
export function makeServer(
  { tls, trustedProxies }: Pick<Environment, "tls" | "trustedProxies">,
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
    // Node would refuse a request without a host itself, and no line would tell of it.
    requireHostHeader: false,
  };
  let hasWarned = false;
  const listener: RequestListener = async (request, response) => {
    const { remoteAddress, encrypted } = request.socket as Partial<TLSSocket>;
    const connection = { address: remoteAddress, isEncrypted: encrypted === true };
    const client = clientOf(connection, request.headers, trustedProxies);
    if (!hasWarned && isThroughUnknownProxy(connection, request.headers, trustedProxies)) {
      // Once is enough: whoever is no proxy can send the header, too.
      hasWarned = true;
      logger.warn({ event: "proxy.notTrusted", address: client.address }, notTrusted);
    }
    const requestId = randomUUID();
    const policy = contentSecurityPolicy(randomBytes(16).toString("base64"));
    writeAccessLine(logger, request, response, client, requestId);
    try {
      if (request.httpVersion === "1.1" && request.headers.host === undefined)
        return void response.writeHead(400, { connection: "close" }).end();
      response.setHeaders(new Map(Object.entries(securityHeaders(client, policy))));
      response.setHeader("x-request-id", requestId);
      tellProgram(request, client, requestId, policy);
      makeAddressReadable(request);
      if (answerMethod(request, response)) return;
      if (await answerHealth(request, response)) return;
      if (await answerInTrouble(request, response)) return;
      const answer = await program;
      await answer(request, response);
    } catch (error) {
      logger.error({ err: error, requestId }, "request failed");
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  };
  if (!tls) return completed(createServer(limits, listener), logger);
  const certificate = readCertificate(tls);
  const server = createSecureServer({ ...limits, ...certificate }, listener);
  renewWhenChanged(server, tls, certificate, logger);
  return completed(server, logger);
}

/** The server with what it does beside answering requests. */
function completed(server: Server, logger: Logger): Server {
  refuseMalformed(server, logger);
  // Before it listens, an error is a reason not to start; afterwards, such as too many open files, none to stop.
  server.once("listening", () =>
    server.on("error", (error) =>
      logger.error({ event: "server.failed", err: error }, "a connection could not be taken"),
    ),
  );
  return server;
}

const notTrusted =
  "a request came through a proxy that RINGBACK_TRUSTED_PROXIES does not name: whoever is behind it has its address, and cookies " +
  "do not know of HTTPS. If the proxy is yours, name its address there";

/** Puts what is known of the client in place of what anybody could have written. */
function tellProgram({ headers }: IncomingMessage, client: Client, requestId: string, policy: string): void {
  removeForgeable(headers);
  removeUnreadableState(headers);
  if (client.host !== undefined) headers.host = client.host;
  headers[internalHeaders.clientAddress] = client.address;
  headers[internalHeaders.scheme] = client.scheme;
  headers[internalHeaders.requestId] = requestId;
  // What Next itself reads: the policy for its nonce, which it gives to the scripts of the page.
  headers["x-forwarded-proto"] = client.scheme;
  headers["x-forwarded-for"] = client.address;
  headers["content-security-policy"] = policy;
  if (client.scheme !== "https" || headers.cookie === undefined) return;
  const cookie = fromHostCookies(headers.cookie);
  if (cookie === "") delete headers.cookie;
  else headers.cookie = cookie;
}
