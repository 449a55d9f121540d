import { implement } from "@orpc/server";
import { contract } from "@/lib/contract/contract";
import { type RequestContext, serviceContext } from "@/lib/server/api/request-context";
import { getChange } from "@/lib/server/services/change/get";
import { listChanges } from "@/lib/server/services/change/list";
import { undoChange } from "@/lib/server/services/change/undo";

const api = implement(contract).$context<RequestContext>().change;

/** The routes of changes, bound to their services. */
export const changeRoutes = {
  list: api.list.handler(({ context, input }) => listChanges(serviceContext(context), input.query)),
  undo: api.undo.handler(({ context, input }) =>
    undoChange(serviceContext(context), input.params.id, input.body),
  ),
  get: api.get.handler(({ context, input }) =>
    getChange(serviceContext(context), input.params.id, input.query),
  ),
};
