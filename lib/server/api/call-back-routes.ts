import { implement } from "@orpc/server";
import { contract } from "@/lib/contract/contract";
import { type RequestContext, serviceContext } from "@/lib/server/api/request-context";
import { cancelRequest } from "@/lib/server/services/call-back-request/cancel";
import { findCallBackPair } from "@/lib/server/services/call-back-request/find-pair";
import { getTrace } from "@/lib/server/services/call-back-request/get-trace";
import { listRequests } from "@/lib/server/services/call-back-request/list";
import { listDecisionLog } from "@/lib/server/services/call-back-request/list-decisions";
import { subscribeToChanges } from "@/lib/server/services/phone-operation/subscribe-to-changes";

const api = implement(contract).$context<RequestContext>().callBack;

/** The routes of call back, bound to their services. */
export const callBackRoutes = {
  requests: api.requests.handler(({ context, input }) => listRequests(serviceContext(context), input.query)),
  cancel: api.cancel.handler(({ context, input }) =>
    cancelRequest(serviceContext(context), context.instance.runtime, input.params.id),
  ),
  trace: api.trace.handler(({ context, input }) => getTrace(serviceContext(context), input.params.id)),
  pair: api.pair.handler(({ context }) => findCallBackPair(serviceContext(context))),
  decisions: api.decisions.handler(({ context, input }) =>
    listDecisionLog(serviceContext(context), input.query),
  ),
  events: api.events.handler(({ context, input, lastEventId, signal }) =>
    subscribeToChanges(serviceContext(context), context.instance.runtime, input.query, lastEventId, signal),
  ),
};
