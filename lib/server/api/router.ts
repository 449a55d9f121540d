import { implement } from "@orpc/server";
import { contract } from "@/lib/contract/contract";
import { bulkRoutes } from "@/lib/server/api/bulk-routes";
import { callBackRoutes } from "@/lib/server/api/call-back-routes";
import { changeRoutes } from "@/lib/server/api/change-routes";
import { allConfigurationRoutes } from "@/lib/server/api/configuration-routes";
import { deskRoutes } from "@/lib/server/api/desk-routes";
import { deviceRoutes } from "@/lib/server/api/device-routes";
import { jobRoutes } from "@/lib/server/api/job-routes";
import { listViewRoutes } from "@/lib/server/api/list-view-routes";
import { type RequestContext, serviceContext } from "@/lib/server/api/request-context";
import { getSession, signIn, signOut } from "@/lib/server/api/session";
import { simulationRoutes } from "@/lib/server/api/simulation-routes";
import { unifiedCmRoutes } from "@/lib/server/api/unified-cm-routes";
import { createApiKey } from "@/lib/server/services/api-key/create";
import { listApiKeys } from "@/lib/server/services/api-key/list";
import { removeApiKey } from "@/lib/server/services/api-key/remove";
import { getOverview } from "@/lib/server/services/overview/get";
import { getEffectiveConfiguration } from "@/lib/server/services/phone/get-effective-configuration";
import { findObjects } from "@/lib/server/services/search/find";
import { changePassword } from "@/lib/server/services/session/change-password";
import { endOtherSessions } from "@/lib/server/services/session/end-other-sessions";
import { setPreferences } from "@/lib/server/services/session/set-preferences";
import { setProfile } from "@/lib/server/services/session/set-profile";
import { createUser } from "@/lib/server/services/user/create";
import { getUser } from "@/lib/server/services/user/get";
import { listUsers } from "@/lib/server/services/user/list";
import { listUserRevisions } from "@/lib/server/services/user/list-revisions";
import { removeUser } from "@/lib/server/services/user/remove";
import { updateUser } from "@/lib/server/services/user/update";

const api = implement(contract).$context<RequestContext>();

const configuration = allConfigurationRoutes();

const phone = {
  ...configuration.phone,
  effectiveConfiguration: api.phone.effectiveConfiguration.handler(({ context, input }) =>
    getEffectiveConfiguration(serviceContext(context), input.params.name),
  ),
};

const user = {
  list: api.user.list.handler(({ context, input }) => listUsers(serviceContext(context), input.query)),
  create: api.user.create.handler(({ context, input }) => createUser(serviceContext(context), input.body)),
  get: api.user.get.handler(({ context, input }) => getUser(serviceContext(context), input.params.name)),
  update: api.user.update.handler(({ context, input }) =>
    updateUser(serviceContext(context), input.params.name, input.body),
  ),
  remove: api.user.remove.handler(({ context, input }) =>
    removeUser(serviceContext(context), input.params.name, input.query.reason),
  ),
  revisions: api.user.revisions.handler(({ context, input }) =>
    listUserRevisions(serviceContext(context), input.params.name, input.query),
  ),
};

const apiKey = {
  list: api.apiKey.list.handler(({ context, input }) => listApiKeys(serviceContext(context), input.query)),
  create: api.apiKey.create.handler(({ context, input }) =>
    createApiKey(serviceContext(context), input.body),
  ),
  remove: api.apiKey.remove.handler(({ context, input }) =>
    removeApiKey(serviceContext(context), input.params.name, input.query),
  ),
};

const session = {
  get: api.session.get.handler(({ context }) => getSession(context)),
  signIn: api.session.signIn.handler(({ context, input }) => signIn(context, input)),
  signOut: api.session.signOut.handler(({ context }) => signOut(context)),
  setPreferences: api.session.setPreferences.handler(({ context, input }) =>
    setPreferences(serviceContext(context), input),
  ),
  setProfile: api.session.setProfile.handler(({ context, input }) =>
    setProfile(serviceContext(context), input),
  ),
  changePassword: api.session.changePassword.handler(({ context, input }) =>
    changePassword(serviceContext(context), input),
  ),
  endOthers: api.session.endOthers.handler(({ context }) => endOtherSessions(serviceContext(context))),
};

const overview = {
  get: api.overview.get.handler(({ context }) => getOverview(serviceContext(context))),
};

const search = {
  find: api.search.find.handler(({ context, input }) => findObjects(serviceContext(context), input.query)),
};

/** The API: every procedure of the contract, bound to its service. */
export const router = api.router({
  ...configuration,
  phone,
  user,
  apiKey,
  session,
  change: changeRoutes,
  overview,
  search,
  desk: deskRoutes,
  bulk: bulkRoutes,
  unifiedCm: unifiedCmRoutes,
  job: jobRoutes,
  listView: listViewRoutes,
  device: deviceRoutes,
  callBack: callBackRoutes,
  simulation: simulationRoutes,
});
