import { randomUUID } from "node:crypto";
import { apiError } from "@/lib/server/api/error-mapper";
import { answerError } from "@/lib/server/api/handler";
import { authenticate } from "@/lib/server/auth/authenticate";
import { mayDo } from "@/lib/server/context";
import { Refusal } from "@/lib/server/errors";
import { tellIdentified } from "@/lib/server/http/identified";
import { internalHeaders } from "@/lib/server/http/internal-headers";
import { getInstance, type Instance } from "@/lib/server/instance";

/**
 * Answers the metrics of the process: to anybody when RINGBACK_METRICS says so, else to the API key of a Super User that is
 * not limited to less. Without either there is nothing at this address.
 */
export async function answerMetrics(request: Request): Promise<Response> {
  const instance = await getInstance();
  const requestId = request.headers.get(internalHeaders.requestId) ?? randomUUID();
  const headers = new Headers({ "x-request-id": requestId, "cache-control": "no-store" });
  const who: { requestId: string; user?: string } = { requestId };
  try {
    if (!instance.environment.metrics) await refuseStranger(instance, request, who);
    const { text, contentType } = await instance.metrics.read();
    headers.set("content-type", contentType);
    return new Response(text, { headers });
  } catch (error) {
    return answerError(error, request, instance, who, headers);
  }
}

async function refuseStranger(
  instance: Instance,
  request: Request,
  who: { requestId: string; user?: string },
): Promise<void> {
  const [scheme = ""] = (request.headers.get("authorization") ?? "").split(" ", 1);
  if (scheme.toLowerCase() !== "bearer") throw apiError("notFound");
  const actor = await authenticate(instance, request.headers, new Date());
  if (actor) {
    who.user = actor.name;
    tellIdentified({ requestId: who.requestId, user: actor.name });
  }
  if (!(actor && mayDo(actor, "metrics", "read"))) throw new Refusal("forbidden");
}
