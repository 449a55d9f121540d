import { implement } from "@orpc/server";
import { contract } from "@/lib/contract/contract";
import { type RequestContext, serviceContext } from "@/lib/server/api/request-context";
import { createListView } from "@/lib/server/services/list-view/create";
import { getListSettings } from "@/lib/server/services/list-view/get-settings";
import { listViewsOf } from "@/lib/server/services/list-view/list";
import { removeListView } from "@/lib/server/services/list-view/remove";
import { setListSettings } from "@/lib/server/services/list-view/set-settings";
import { updateListView } from "@/lib/server/services/list-view/update";

const { listView } = implement(contract).$context<RequestContext>();

/** How people see lists. */
export const listViewRoutes = {
  list: listView.list.handler(({ context, input }) => listViewsOf(serviceContext(context), input.query)),
  create: listView.create.handler(({ context, input }) =>
    createListView(serviceContext(context), input.body),
  ),
  update: listView.update.handler(({ context, input }) =>
    updateListView(serviceContext(context), input.params.id, input.body),
  ),
  remove: listView.remove.handler(({ context, input }) =>
    removeListView(serviceContext(context), input.params.id),
  ),
  settings: listView.settings.handler(({ context, input }) =>
    getListSettings(serviceContext(context), input.params.list),
  ),
  setSettings: listView.setSettings.handler(({ context, input }) =>
    setListSettings(serviceContext(context), input.params.list, input.body),
  ),
};
