import { implement } from "@orpc/server";
import { contract } from "@/lib/contract/contract";
import { type RequestContext, serviceContext } from "@/lib/server/api/request-context";
import { cancelJob } from "@/lib/server/services/job/cancel";
import { getJob } from "@/lib/server/services/job/get";
import { listJobs } from "@/lib/server/services/job/list";
import { listJobItems } from "@/lib/server/services/job/list-items";
import { listJobRefusals } from "@/lib/server/services/job/list-refusals";
import { retryJob } from "@/lib/server/services/job/retry";
import { updateJob } from "@/lib/server/services/job/update";

const api = implement(contract).$context<RequestContext>().job;

/** The routes of jobs, bound to their services. */
export const jobRoutes = {
  list: api.list.handler(({ context, input }) => listJobs(serviceContext(context), input.query)),
  get: api.get.handler(({ context, input }) => getJob(serviceContext(context), input.params.id)),
  items: api.items.handler(({ context, input }) =>
    listJobItems(serviceContext(context), input.params.id, input.query),
  ),
  refusals: api.refusals.handler(({ context, input }) =>
    listJobRefusals(serviceContext(context), input.params.id),
  ),
  update: api.update.handler(({ context, input }) =>
    updateJob(serviceContext(context), input.params.id, input.body),
  ),
  cancel: api.cancel.handler(({ context, input }) =>
    cancelJob(serviceContext(context), input.params.id, input.body.version),
  ),
  retry: api.retry.handler(({ context, input }) =>
    retryJob(serviceContext(context), input.params.id, input.body.reason),
  ),
};
