import { oc } from "@orpc/contract";
import { z } from "zod";
import { jobItemStates, jobKinds, jobOutcomes, jobStates } from "@/lib/catalog/jobs";
import { configurationKinds } from "@/lib/configuration/dependencies";
import { changeErrors, commonErrors, objectErrors, problemSchema } from "@/lib/contract/errors";
import { reasonSchema } from "@/lib/contract/history";
import { listDescription, listQuerySchema, pageOf } from "@/lib/contract/list";
import { startTimeSchema } from "@/lib/contract/start-time";
import { wholeNumber } from "@/lib/contract/text";

const count = z.number().int().min(0);

/** Reasons of refusals that one answer tells apart. */
export const mostRefusals = 50;

/** A job as the API answers it. */
export const jobSchema = z.object({
  id: z.string(),
  kind: z.enum(jobKinds),
  resource: z.enum(configurationKinds).describe("Kind of the objects that it works on"),
  state: z
    .enum(jobStates)
    .describe("`scheduled`: waits for `startsAt`; `partial`: some items were done and some failed"),
  mode: z.enum(["create", "update", "both"]).nullable().describe("Of an import: which rows are done"),
  isDryRun: z.boolean().describe("Only tells what would be done"),
  total: count,
  done: count,
  waiting: count,
  underway: count.describe("Of those that wait: their phones have the action and have not ended it yet"),
  failed: count,
  outcomes: z
    .partialRecord(z.enum(jobOutcomes), count)
    .describe(
      "How many objects were, or in a dry run would be, created, changed, left as they are or deleted",
    ),
  problem: problemSchema.nullable().describe("Why the job as a whole could not go on"),
  canRetry: z.boolean().describe("It has ended and some of its items failed"),
  retryOf: z.string().nullable().describe("The job whose failed items this one tries again"),
  fileId: z.string().nullable().describe("The file that it reads"),
  createdAt: z.iso.datetime(),
  startsAt: z.iso
    .datetime()
    .nullable()
    .describe("The time that somebody has set for its start; null: at once"),
  timeZone: z.string().nullable().describe("The IANA time zone in which that was said"),
  idleUntil: z.iso
    .datetime()
    .nullable()
    .describe(
      "Until then its phones get their action only when they have no call; null: nothing is waited for",
    ),
  version: z.number().int().describe("Counts changes of a job that waits for its time"),
  changedBy: z.string().nullable().describe("Who said last when it starts, where it was said anew"),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  by: z.string().describe("User name"),
  reason: z.string(),
});
export type JobDto = z.output<typeof jobSchema>;

/** A job with what it was asked. */
export const jobDetailSchema = jobSchema.extend({
  fields: z.looseObject({}).nullable().describe("Of an update: what the objects are given"),
  where: z.array(z.string()).nullable().describe("The conditions by which its objects were found"),
  match: z.enum(["all", "any"]).nullable(),
  check: z.string().nullable().describe("Of an update: the dry run whose findings it carries out"),
  of: z
    .object({ kind: z.enum(configurationKinds), name: z.string() })
    .nullable()
    .describe(
      "Of an action on phones: the phone, or what they use, from which it was begun, by the name that it has now",
    ),
});
export type JobDetailDto = z.output<typeof jobDetailSchema>;

const code = z.number().int().nullable();

const itemProblemSchema = problemSchema.extend({
  params: z
    .record(z.string(), z.unknown())
    .optional()
    .describe(
      "Values that the words of the problem name; of an undo `before`, the value before the change, and `now`",
    ),
});

/** One item of a job; an action on a phone has the phone's answer. */
export const jobItemSchema = z.object({
  position: z.number().int().describe("Row of the file, as a spreadsheet counts; or place in the chosen set"),
  name: z.string().describe("What names the object"),
  partition: z.string().nullable(),
  kind: z
    .enum(configurationKinds)
    .nullable()
    .describe(
      "Of an undo, which may have several: the kind of the object; else null, and all are of that of the job",
    ),
  state: z.enum(jobItemStates),
  outcome: z.enum(jobOutcomes).nullable(),
  problems: z
    .array(itemProblemSchema)
    .describe("The path of a problem names the column of the file; of an undo the field of the object"),
  changes: z
    .array(z.looseObject({ kind: z.string() }))
    .describe("Of a dry run: what would change, before (`from`) and after (`to`), as histories tell it"),
  phone: z.string().nullable().describe("Of an action on phones: the phone; the same as the name"),
  cucmResult: code.describe("CUCM_Result of Unified CM's alarm DeviceApplyConfigResult"),
  phoneResult: code.describe("Phone_Result"),
  reason: code.describe("Reason"),
});
export type JobItemDto = z.output<typeof jobItemSchema>;

/** Failed items of a job that have the same problem. */
export const jobRefusalSchema = z.object({
  problem: problemSchema.describe("The first problem of each"),
  count: count.min(1),
});

/** The objects of an earlier job, as a set for the next. */
export const ofJobSchema = z
  .strictObject({
    id: z.string(),
    outcome: z.enum(jobOutcomes).optional().describe("Only those of which this became"),
  })
  .describe("Instead of conditions: the objects of a job that has ended");

/** Fields by which jobs can be found and sorted. */
export const jobListFields = [
  "kind",
  "resource",
  "state",
  "createdAt",
  "by",
  "reason",
  "total",
  "failed",
] as const;

/** When a job that waits for its time starts instead. */
const jobUpdateSchema = z.strictObject({
  version: z.number().int().describe("The one that was read"),
  at: startTimeSchema.nullable().optional().describe("Null: now"),
  reason: reasonSchema,
});
export type JobUpdateInput = z.output<typeof jobUpdateSchema>;

/** Errors that only jobs have. */
export const jobErrors = {
  jobEnded: { status: 409, message: "The job has ended." },
  jobNotScheduled: { status: 409, message: "The job does not wait for its time any more." },
  nothingToRetry: { status: 409, message: "The job has no failed items, or has not ended." },
} as const;

/** The answer to a request that goes on as a job. */
export const startedJobSchema = z.object({ jobId: z.string().describe("See `GET /jobs/{id}`") });

const base = oc.route({ tags: ["Jobs"], inputStructure: "detailed" });
const params = z.object({ id: z.string() });
const listQuery = listQuerySchema.extend({ sort: listQuerySchema.shape.sort.default("-createdAt") });

/** `/jobs`: work that goes on after its request was answered. */
export const jobContract = {
  list: base
    .route({
      method: "GET",
      path: "/jobs",
      summary: "Find jobs, newest first",
      description: `${listDescription(jobListFields, jobSchema)} Jobs are kept for 30 days.`,
    })
    .errors(commonErrors)
    .input(z.object({ query: listQuery.prefault({}) }))
    .output(pageOf(jobSchema)),
  get: base
    .route({ method: "GET", path: "/jobs/{id}", summary: "Read a job and how far it is" })
    .errors(objectErrors)
    .input(z.object({ params }))
    .output(jobDetailSchema),
  items: base
    .route({ method: "GET", path: "/jobs/{id}/items", summary: "List what became of each object of a job" })
    .errors(objectErrors)
    .input(
      z.object({
        params,
        query: z
          .strictObject({
            state: z.enum(jobItemStates).optional().describe("Only items in this state"),
            outcome: z.enum(jobOutcomes).optional().describe("Only items of which this became"),
            limit: wholeNumber(1, 250).default(50),
            cursor: wholeNumber(0, Number.MAX_SAFE_INTEGER)
              .optional()
              .describe("`nextCursor` of the page before"),
          })
          .prefault({}),
      }),
    )
    .output(pageOf(jobItemSchema)),
  refusals: base
    .route({
      method: "GET",
      path: "/jobs/{id}/refusals",
      summary: "Count why items of a job failed",
      description: `The most frequent reasons first, at most ${mostRefusals}; \`total\` counts all items that failed.`,
    })
    .errors(objectErrors)
    .input(z.object({ params }))
    .output(z.object({ items: z.array(jobRefusalSchema), total: count })),
  update: base
    .route({
      method: "PATCH",
      path: "/jobs/{id}",
      summary: "Let a job that waits for its time start at another time, or now",
      description: "`idleUntil` moves along. Whoever says so answers for it: it is done by their rights.",
    })
    .errors({
      ...objectErrors,
      stale: changeErrors.stale,
      jobNotScheduled: jobErrors.jobNotScheduled,
    })
    .input(z.object({ params, body: jobUpdateSchema }))
    .output(jobDetailSchema),
  cancel: base
    .route({
      method: "POST",
      path: "/jobs/{id}/cancel",
      summary: "End a job after the batch that is being done",
      description:
        "What was done stays done. The answer is the job as it ended. A job that waits for its time never starts.",
    })
    .errors({ ...objectErrors, jobEnded: jobErrors.jobEnded, stale: changeErrors.stale })
    .input(
      z.object({
        params,
        body: z
          .strictObject({
            version: z
              .number()
              .int()
              .optional()
              .describe("The one that was read: 409 `stale` when it has another"),
          })
          .prefault({}),
      }),
    )
    .output(jobSchema),
  retry: base
    .route({
      method: "POST",
      path: "/jobs/{id}/retry",
      successStatus: 202,
      summary: "Try the failed items of a job again, as a new job",
    })
    .errors({ ...objectErrors, nothingToRetry: jobErrors.nothingToRetry })
    .input(z.object({ params, body: z.strictObject({ reason: reasonSchema }).prefault({}) }))
    .output(startedJobSchema),
};
