import { oc } from "@orpc/contract";
import { z } from "zod";
import { changeActions, changeKinds } from "@/lib/catalog/changes";
import { configurationKinds } from "@/lib/configuration/dependencies";
import { commonErrors, objectErrors } from "@/lib/contract/errors";
import { reasonSchema } from "@/lib/contract/history";
import { startedJobSchema } from "@/lib/contract/job";
import { listDescription, listLimits, listQuerySchema, pageOf } from "@/lib/contract/list";
import { wholeNumber } from "@/lib/contract/text";

/** Fields by which changes can be found and sorted. */
export const changeListFields = [
  "by",
  "kind",
  "reason",
  "object",
  "objectKind",
  "objectName",
  "at",
  "total",
] as const;

const objectName = {
  kind: z.enum(configurationKinds),
  name: z.string().describe("Its name after the change; of a deletion, before it"),
  partition: z.string().nullable().describe("Of what is named by a pattern: its partition"),
  action: z.enum(changeActions),
};

/** One change of the configuration, whatever it has changed. */
export const changeSchema = z.object({
  id: z.string().describe("Of the change of a job: the id of the job"),
  at: z.iso.datetime(),
  by: z.string().describe("User name"),
  reason: z.string(),
  kind: z
    .enum(changeKinds)
    .describe(
      "What made it: a save or deletion of one object, or of rows at once, a job over many, an import, a proposal that mends, *Reassign to…*, something set on a phone, an undo, or that the difference was carried out",
    ),
  total: z.number().int().describe("How many objects it has"),
  undoes: z.string().nullable().describe("Of an undo: the change that it takes back"),
  undoneBy: z.string().nullable().describe("The change that takes it back"),
  object: z
    .object(objectName)
    .describe("The object to which it came last, such as the phone after its numbers"),
});
export type ChangeDto = z.output<typeof changeSchema>;

const content = z.looseObject({}).nullable();

/** One object of a change, with what it was and what it became. */
export const changeObjectSchema = z.object({
  ...objectName,
  before: content.describe("The object before the change; null when the change has created it"),
  after: content.describe("The object after the change; null when the change has deleted it"),
  differences: z
    .array(z.looseObject({ kind: z.string() }))
    .describe("What changed, as `changes` of a revision; of a deletion nothing"),
});
export type ChangeObjectDto = z.output<typeof changeObjectSchema>;

/** Errors that only an undo has. */
export const undoErrors = {
  alreadyUndone: { status: 409, message: "The change is undone already, or is being undone." },
  changeUnderway: { status: 409, message: "The job that makes this change has not ended." },
} as const;

const params = z.object({ id: z.string() });
const base = oc.route({ tags: ["Changes"], inputStructure: "detailed" });

/** `/changes`: who has changed what of the configuration, when and why. */
export const changeContract = {
  list: base
    .route({
      method: "GET",
      path: "/changes",
      summary: "Find changes of the configuration, newest first",
      description: `${listDescription(changeListFields, changeSchema)} \`at\` also knows \`isAfter\` and \`isBefore\`. \`object\` knows \`isExactly\` only and finds the changes of one object: \`phone:SEP000000000001\`, \`directoryNumber:2001:Seoul\`, \`directoryNumber:2001:\` in no partition, \`directoryNumber:2001\` in whichever; what was renamed is found by both names. \`objectKind\` and \`objectName\` each find a change when any of its objects fits. What a request, a job or an action on a phone has changed is one change. Apply Config, Reset, sign-ins and accounts are none.`,
    })
    .errors(commonErrors)
    .input(
      z.object({
        query: listQuerySchema.extend({ sort: listQuerySchema.shape.sort.default("-at") }).prefault({}),
      }),
    )
    .output(pageOf(changeSchema)),
  get: base
    .route({
      method: "GET",
      path: "/changes/{id}",
      summary: "Read a change with its objects, in the order in which it came to them",
    })
    .errors(objectErrors)
    .input(
      z.object({
        params,
        query: z
          .strictObject({
            limit: wholeNumber(listLimits.minimum, listLimits.maximum)
              .default(listLimits.default)
              .describe("Most objects of one answer"),
            cursor: wholeNumber(0, 2 ** 31 - 1)
              .optional()
              .describe("`nextCursor` of the page before"),
          })
          .prefault({}),
      }),
    )
    .output(changeSchema.extend({ objects: pageOf(changeObjectSchema) })),
  undo: base
    .route({
      method: "POST",
      path: "/changes/{id}/undo",
      successStatus: 202,
      summary: "Take a change back, or find out what that would do, as a job",
      description:
        "Field by field, the softkeys of each call state for themselves, lists member by member: what still has the value that the change gave it gets the former one; what was changed since stays. Made objects are deleted, deleted ones come back with their histories. Of an object of which something is left the item fails with `problems: [{ path, code, params: { before, now } }]`, where `code` is `changedSince`, `inUse`, `nameTaken`, `deletedSince` (it, or what it would name) or what the rules of the kind object to; then the job ends `partial`. The undo is a change with the id of the job, and can be undone.",
    })
    .errors({ ...objectErrors, ...undoErrors })
    .input(
      z.object({
        params,
        body: z
          .strictObject({
            isDryRun: z.boolean().default(false).describe("The same items, and nothing stored"),
            reason: reasonSchema,
          })
          .prefault({}),
      }),
    )
    .output(startedJobSchema),
};
