import { implement } from "@orpc/server";
import { contract } from "@/lib/contract/contract";
import { type RequestContext, serviceContext } from "@/lib/server/api/request-context";
import { advanceClock } from "@/lib/server/services/simulation/advance-clock";
import { setTrunkMessages } from "@/lib/server/services/simulation/set-trunk-messages";

const api = implement(contract).$context<RequestContext>().simulation;

/** The routes of simulations, bound to their services. */
export const simulationRoutes = {
  advanceClock: api.advanceClock.handler(({ context, input }) =>
    advanceClock(serviceContext(context), context.instance.runtime, input.body.seconds),
  ),
  setTrunkMessages: api.setTrunkMessages.handler(({ context, input }) =>
    setTrunkMessages(serviceContext(context), context.instance.runtime, input.body),
  ),
};
