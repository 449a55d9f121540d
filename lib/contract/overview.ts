import { oc } from "@orpc/contract";
import { z } from "zod";
import { taskFlowSteps } from "@/lib/configuration/task-flow";
import { commonErrors } from "@/lib/contract/errors";

const count = z.number().int().min(0);
const step = z.enum(taskFlowSteps.map(({ id }) => id));

const overviewSchema = z.object({
  phones: z.object({ total: count, registered: count.describe("Partially registered ones included") }),
  liveRequests: count.describe("Requests for call back that have not ended"),
  taskFlow: z.object({
    done: z.array(step).describe("What the cluster shows to be done, in the order of the steps"),
    next: step.nullable().describe("What is to be done next; null when nothing is left"),
  }),
});
export type OverviewDto = z.output<typeof overviewSchema>;

/** `/overview`: how the cluster stands, in one question. */
export const overviewContract = {
  get: oc
    .route({
      method: "GET",
      path: "/overview",
      tags: ["Call Back"],
      summary: "Tell how many phones are registered, which requests live, and how far the task flow is",
      description:
        "The steps are those of the guide: `copy` a standard softkey template, put CallBack into its `layout`, associate it by a `common` " +
        "device configuration, a `phone`, or as `default`; or put it on a `button` and give that to a phone (`buttonPhone`); `apply`, and " +
        "`try`. Phones that wait for Apply Config and jobs are counted by `/phones/pending-apply` and `/jobs`, each with `limit`.",
    })
    .errors(commonErrors)
    .output(overviewSchema),
};
