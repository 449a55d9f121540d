import { randomUUID } from "node:crypto";
import { OpenAPIHandler } from "@orpc/openapi/fetch";
import { answerOnce, idempotencyKeyOf } from "@/lib/server/api/answer-once";
import { bodyProblems } from "@/lib/server/api/body-bounds";
import { type ApiError, apiError, toApiError } from "@/lib/server/api/error-mapper";
import { errorText } from "@/lib/server/api/error-text";
import { fileOf, untilCut } from "@/lib/server/api/file-upload";
import { fingerprintOf } from "@/lib/server/api/fingerprint";
import { hasJson, isSafe, refuseForeignPage, refuseForm } from "@/lib/server/api/foreign-page";
import { logRefusal } from "@/lib/server/api/log-refusal";
import { unlessNotModified } from "@/lib/server/api/not-modified";
import type { RequestContext } from "@/lib/server/api/request-context";
import { router } from "@/lib/server/api/router";
import { makesAnew, methodsOf, type Route, routesAt } from "@/lib/server/api/routes";
import { authenticate } from "@/lib/server/auth/authenticate";
import { clientAddress } from "@/lib/server/auth/client-address";
import { canBeText } from "@/lib/server/db/bounds";
import { Refusal, refuseProblems } from "@/lib/server/errors";
import { tellIdentified } from "@/lib/server/http/identified";
import { internalHeaders } from "@/lib/server/http/internal-headers";
import { getInstance, type Instance } from "@/lib/server/instance";
import { deliverDue } from "@/lib/server/runtime/calls/run-due-calls";
import { securityLog } from "@/lib/server/security-log";

/** Where the REST API is. */
export const apiPrefix = "/api/v1";
const mostBytes = 1_000_000;
/** Nobody has signed in yet who sends these; a name and a password are far shorter. */
const mostSignInBytes = 4_096;

const openApi = new OpenAPIHandler<RequestContext>(router, {
  interceptors: [
    async ({ next, context }) => {
      try {
        return await next();
      } catch (error) {
        context.failure = { error };
        throw error;
      }
    },
  ],
});

/**
 * Answers one request of the REST API: is it fit to be read, who asks, then the contract.
 * Every error is JSON with a code and words in the language of the Accept-Language header. HEAD is answered as GET
 * without the body.
 */
export async function handleApiRequest(request: Request): Promise<Response> {
  if (request.method !== "HEAD") return answerOrRefuse(request);
  const { url, headers } = request;
  const { status, headers: answerHeaders, body } = await answerOrRefuse(new Request(url, { headers }));
  // Nobody reads it: a stream of events or of rows would stay open for ever.
  await body?.cancel();
  return new Response(null, { status, headers: answerHeaders });
}

async function answerOrRefuse(request: Request): Promise<Response> {
  const requestId = request.headers.get(internalHeaders.requestId) ?? randomUUID();
  const instance = await getInstance();
  const answerHeaders = new Headers({ "x-request-id": requestId, "cache-control": "no-store" });
  const who: { user?: string } = {};
  try {
    return await answer(request, instance, requestId, answerHeaders, who);
  } catch (error) {
    return answerError(error, request, instance, { requestId, ...who }, answerHeaders);
  }
}

/** Answers an error, and tells the security log when it refused whoever asks. */
export function answerError(
  error: unknown,
  request: Request,
  instance: Instance,
  who: { requestId: string; user?: string },
  answerHeaders: Headers,
): Promise<Response> {
  const refused = toApiError(error, instance, who.requestId);
  const address = clientAddress(request.headers);
  logRefusal(securityLog(instance.logger, { address, ...who }), refused, request);
  return errorResponse(refused, request.headers, answerHeaders);
}

async function answer(
  request: Request,
  instance: Instance,
  requestId: string,
  answerHeaders: Headers,
  who: { user?: string },
): Promise<Response> {
  const { pathname } = new URL(request.url);
  const isSignIn = request.method === "POST" && pathname === `${apiPrefix}/session`;
  refuseForeignPage(request);
  const address = refuseMalformed(() => decodeURIComponent(pathname));
  if (request.headers.has(internalHeaders.unreadableAddress)) throw new Refusal("malformedRequest");
  const actor = isSignIn ? null : await authenticate(instance, request.headers, new Date(), answerHeaders);
  if (!actor && !isSignIn) throw new Refusal("notSignedIn");
  if (actor) {
    who.user = actor.name;
    tellIdentified({ requestId, user: actor.name });
  }
  const route = routeOf(request.method, pathname.slice(apiPrefix.length), answerHeaders);
  if (route) tellIdentified({ requestId, route: `${apiPrefix}${route.path}` });
  // Nothing can have such a name, and databases cannot be asked for it.
  if (!canBeText(address)) throw new Refusal("notFound");
  const file = fileOf(request);
  const limit = file ? 0 : isSignIn ? mostSignInBytes : mostBytes;
  const { read, bytes } = await readable(request, limit);
  const asked: Asked = { instance, actor, requestId, read, file, answerHeaders };
  const idempotencyKey = actor && route && makesAnew(route) ? idempotencyKeyOf(request.headers) : null;
  const response =
    actor && idempotencyKey !== null
      ? await once(asked, { userId: actor.userId, idempotencyKey }, bytes)
      : await perform(asked);
  for (const [name, value] of answerHeaders) response.headers.append(name, value);
  if (response.headers.get("content-type")?.startsWith("text/event-stream")) {
    tellIdentified({ requestId, isStream: true });
    // nginx would hold back what it is told until there is enough of it.
    response.headers.set("x-accel-buffering", "no");
  }
  return unlessNotModified(request, response);
}

/** A request that is fit to be worked on. */
interface Asked extends Pick<RequestContext, "instance" | "actor" | "requestId" | "file"> {
  readonly read: Request;
  readonly answerHeaders: Headers;
}

function once(
  asked: Asked,
  by: { readonly userId: string; readonly idempotencyKey: string },
  bytes: Uint8Array,
): Promise<Response> {
  const { method, url } = asked.read;
  const { pathname, search } = new URL(url);
  const address = `${method} ${pathname}${search}`;
  const fingerprint = fingerprintOf(by.idempotencyKey, address, asked.file ?? bytes);
  const { database, runtime } = asked.instance;
  const work = () => perform({ ...asked, file: fingerprint.file });
  return answerOnce(database, { ...by, fingerprint }, runtime.clock.now, work);
}

/** Lets the contract answer. @throws whatever the procedure threw */
async function perform({ instance, actor, requestId, read, file, answerHeaders }: Asked): Promise<Response> {
  const context: RequestContext = {
    instance,
    actor,
    requestId,
    requestHeaders: read.headers,
    responseHeaders: answerHeaders,
    file,
    failure: null,
  };
  const { matched, response } = await openApi.handle(read, { prefix: apiPrefix, context });
  if (context.failure) throw context.failure.error;
  if (!matched) throw new Refusal("notFound");
  // What was saved takes effect before the answer, when time stands still.
  if (!isSafe(read)) await deliverDue(instance.runtime);
  return response;
}

/** An error as it is answered, with words in the language that is asked for. */
async function errorResponse(error: ApiError, requestHeaders: Headers, headers: Headers): Promise<Response> {
  if (error.status === 401 && !requestHeaders.has("sec-fetch-site")) {
    // Browsers are spared their own password window; the console has a page for that.
    headers.set("www-authenticate", 'Basic realm="Ringback", charset="UTF-8"');
  }
  const retryAfter = (error.data as { retryAfterSeconds?: number } | undefined)?.retryAfterSeconds;
  if (retryAfter !== undefined) headers.set("retry-after", String(retryAfter));
  const message = await errorText(error, requestHeaders.get("accept-language"));
  return Response.json({ ...error.toJSON(), message }, { status: error.status, headers });
}

/**
 * The request with its body read once, within bounds, so that a bad one is refused before anything is done.
 * @param limit most bytes of the body; 0 for a file, which is read while it arrives
 */
async function readable(request: Request, limit: number): Promise<{ read: Request; bytes: Uint8Array }> {
  if (isSafe(request)) return { read: request, bytes: new Uint8Array() };
  const bytes = limit === 0 ? new Uint8Array() : await readWithin(request, limit);
  const headers = new Headers(request.headers);
  if (bytes.byteLength === 0) {
    if (limit > 0) refuseForm(request);
    headers.delete("content-type");
    headers.delete("content-length");
    return { read: new Request(request.url, { method: request.method, headers }), bytes };
  }
  if (!hasJson(request)) throw apiError("unsupportedMediaType");
  // The framework knows the content type in small letters only.
  headers.set("content-type", "application/json");
  const body = refuseMalformed<unknown>(() =>
    JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)),
  );
  refuseProblems(bodyProblems(body));
  return { read: new Request(request.url, { method: request.method, headers, body: bytes }), bytes };
}

/**
 * The operation that is asked for, or undefined for an address that there is none of.
 * @throws ApiError methodNotAllowed, with the Allow header, for an address that has other methods only
 */
function routeOf(method: string, path: string, answerHeaders: Headers): Route | undefined {
  const routes = routesAt(path);
  const route = routes.find((one) => one.method === method);
  if (route || routes.length === 0) return route;
  answerHeaders.set("allow", methodsOf(routes).join(", "));
  throw apiError("methodNotAllowed");
}

/** @throws Refusal malformedRequest when the check throws */
function refuseMalformed<Result>(check: () => Result): Result {
  try {
    return check();
  } catch {
    throw new Refusal("malformedRequest");
  }
}

async function readWithin(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw apiError("tooLarge");
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ? untilCut(request.body) : []) {
    size += chunk.byteLength;
    if (size > limit) throw apiError("tooLarge");
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
