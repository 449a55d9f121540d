import { randomUUID } from "node:crypto";
import { clientAddress } from "@/lib/server/auth/client-address";
import type { Actor, ServiceContext } from "@/lib/server/context";
import { Refusal } from "@/lib/server/errors";
import type { Instance } from "@/lib/server/instance";
import { type LogSecurity, securityLog } from "@/lib/server/security-log";

/** What a procedure of the API knows about its request. */
export interface RequestContext {
  instance: Instance;
  /** Null only for sign-in. */
  actor: Actor | null;
  requestId: string;
  requestHeaders: Headers;
  /** Headers that the procedure adds to the answer, such as a session cookie. */
  responseHeaders: Headers;
  /** The body of a request that sends a file; such a body is not read beforehand. */
  file: AsyncIterable<Uint8Array> | null;
  /** What the procedure threw, kept for the one place that answers errors. */
  failure: { error: unknown } | null;
}

/** The security log of a request, with who asks. */
export function securityLogOf({ instance, requestHeaders, requestId, actor }: RequestContext): LogSecurity {
  const address = clientAddress(requestHeaders);
  return securityLog(instance.logger, { address, requestId, user: actor?.name });
}

/**
 * The context that services take.
 * @throws Refusal notSignedIn without an actor
 */
export function serviceContext(request: RequestContext): ServiceContext {
  if (!request.actor) throw new Refusal("notSignedIn");
  return {
    database: request.instance.database,
    actor: request.actor,
    now: request.instance.runtime.clock.now,
    newId: randomUUID,
    requestId: request.requestId,
    address: clientAddress(request.requestHeaders),
    logSecurity: securityLogOf(request),
  };
}
