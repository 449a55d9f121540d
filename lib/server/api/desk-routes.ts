import { implement } from "@orpc/server";
import { contract } from "@/lib/contract/contract";
import { type RequestContext, serviceContext } from "@/lib/server/api/request-context";
import { createDesk } from "@/lib/server/services/desk/create";
import { listOwnDesks } from "@/lib/server/services/desk/list";
import { rememberDesk } from "@/lib/server/services/desk/remember";
import { removeDesk } from "@/lib/server/services/desk/remove";
import { renameOwnDesk } from "@/lib/server/services/desk/rename";

const api = implement(contract).$context<RequestContext>().desk;

/** The routes of desks, bound to their services. */
export const deskRoutes = {
  list: api.list.handler(({ context }) => listOwnDesks(serviceContext(context))),
  remember: api.remember.handler(({ context, input }) => rememberDesk(serviceContext(context), input.body)),
  create: api.create.handler(({ context, input }) => createDesk(serviceContext(context), input.body)),
  rename: api.rename.handler(({ context, input }) =>
    renameOwnDesk(serviceContext(context), input.params.name, input.body.name),
  ),
  remove: api.remove.handler(({ context, input }) => removeDesk(serviceContext(context), input.params.name)),
};
