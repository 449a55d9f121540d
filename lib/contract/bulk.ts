import { oc } from "@orpc/contract";
import { z } from "zod";
import { type BulkResource, bulkResources } from "@/lib/configuration/bulk-resources";
import { checkText } from "@/lib/configuration/text-rules";
import { commonErrors, objectErrors } from "@/lib/contract/errors";
import { reasonSchema } from "@/lib/contract/history";
import { ofJobSchema, startedJobSchema } from "@/lib/contract/job";
import { listLimits, listQuerySchema, mostConditions } from "@/lib/contract/list";
import { textOf, wantedName } from "@/lib/contract/text";

/** The most bytes of a file. */
export const mostFileBytes = 256 * 1024 * 1024;
/** The most rows of a file, and the most names in one request. */
export const mostFileRows = 500_000;
const mostNames = 1_000;

/** What an import does with rows whose objects there are, or are not. */
export const importModes = ["create", "update", "both"] as const;

/** Errors that only files have. */
export const bulkErrors = {
  fileTooLarge: { status: 413, message: "The file is larger than 256 MB." },
} as const;

/** A file of rows as the API answers it. */
export const bulkFileSchema = z.object({
  id: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
  rowCount: z.number().int().describe("Rows below the column names"),
  badCount: z.number().int().describe("Rows that cannot be read; an import tells why"),
});
export type BulkFileDto = z.output<typeof bulkFileSchema>;

const segments = Object.keys(bulkResources) as [BulkResource, ...BulkResource[]];
const params = z.object({ resource: z.enum(segments) });
const filter = {
  where: listQuerySchema.shape.where,
  match: listQuerySchema.shape.match,
};
const chosen = {
  where: z
    .array(z.string())
    .max(mostConditions)
    .optional()
    .describe("Conditions as in lists; an empty list chooses all objects"),
  match: z.enum(["all", "any"]).optional(),
  names: z
    .array(z.strictObject({ name: wantedName, partition: wantedName.nullable().optional() }))
    .min(1)
    .max(mostNames)
    .optional()
    .describe("Instead of conditions: the names, or patterns and partitions, of the objects"),
  job: ofJobSchema.optional(),
};

const longestFileName = 255;
/** The name of a file that is sent. */
export const fileName = textOf((text, path) => checkText(text, longestFileName, path));

const base = oc.route({ tags: ["Bulk administration"], inputStructure: "detailed" });
const csvBody = { content: { "text/csv": { schema: { type: "string", format: "binary" } as const } } };
const csvAnswer = z.object({ headers: z.record(z.string(), z.string()), body: z.unknown() });

/** `/bulk/{resource}`: many objects at once, from and to files of comma-separated values, or by a filter. */
export const bulkContract = {
  export: base
    .route({
      method: "GET",
      path: "/bulk/{resource}/export",
      summary: "Write the objects that match into a CSV file",
      description:
        "The file can be imported again unchanged, whatever its headings. A text that a spreadsheet would take for a formula has an " +
        "apostrophe in front; reading takes it away.",
      outputStructure: "detailed",
      spec: (current) => ({
        ...current,
        responses: { ...current.responses, 200: { description: "The file", ...csvBody } },
      }),
    })
    .errors(commonErrors)
    .input(
      z.object({
        params,
        query: z
          .strictObject({
            ...filter,
            sort: z.string().optional().describe("A field; with a leading `-` in descending order"),
            bom: z
              .enum(["true", "false"])
              .optional()
              .describe("A byte order mark in front, by which Excel knows UTF-8"),
            headings: z
              .enum(["names", "en", "ko"])
              .optional()
              .describe(
                "What the first row says: the names of the columns (the default), or in a language the labels of the pages " +
                  "with the names behind them, `Device Pool [devicePool]`",
              ),
          })
          .prefault({}),
      }),
    )
    .output(csvAnswer),
  storeFile: base
    .route({
      method: "POST",
      path: "/bulk/{resource}/files",
      successStatus: 201,
      summary: "Send a CSV file of objects, to import it",
      description:
        "The body is the file, UTF-8, or UTF-16 with its byte order mark; the content type is text/csv. Its first row says " +
        "the columns: each by its name (`devicePool`), by its label on the page in any language of the console (`Device Pool`), or by both as an export " +
        "writes them (`Device Pool [devicePool]`); `columns` of the answer has the names. " +
        `At most ${mostFileRows} rows. A file that is not imported is removed after a day.`,
      spec: (current) => ({ ...current, requestBody: { required: true, ...csvBody } }),
    })
    .errors({ ...commonErrors, ...bulkErrors })
    .input(
      z.object({
        params,
        query: z
          .strictObject({ name: fileName.optional().describe("File name, to tell files apart") })
          .prefault({}),
      }),
    )
    .output(bulkFileSchema),
  import: base
    .route({
      method: "POST",
      path: "/bulk/{resource}/import",
      successStatus: 202,
      summary: "Create and change the objects of a file, as a job",
      description:
        "Each row is one object, named by its name, or pattern and partition. Fields without a column stay as they " +
        "are, or have their defaults. A row with problems is left out and told; the others are stored.",
    })
    .errors(commonErrors)
    .input(
      z.object({
        params,
        body: z.strictObject({
          file: wantedName.describe("`id` of a file that was sent"),
          mode: z
            .enum(importModes)
            .default("both")
            .describe("Which rows are done: new objects, existing ones, both"),
          dryRun: z.boolean().default(false).describe("Only tells what would be done"),
          reason: reasonSchema,
        }),
      }),
    )
    .output(startedJobSchema),
  update: base
    .route({
      method: "POST",
      path: "/bulk/{resource}/update",
      successStatus: 202,
      summary: "Change fields of all objects that match, as a job",
      description:
        "The set is found when the job is made. Lists are replaced, objects within are merged. A dry run does everything " +
        "but store: `outcomes` of its job counts what would change and what has the values already, `failed` what would be " +
        "refused, `GET /jobs/{id}/refusals` why, and each item tells its `changes`. `check` does what a dry run has found.",
    })
    .errors(commonErrors)
    .input(
      z.object({
        params,
        body: z.strictObject({
          ...chosen,
          fields: z
            .record(z.string(), z.unknown())
            .optional()
            .describe("Fields as in PATCH, but those that name the object"),
          check: z
            .string()
            .optional()
            .describe(
              "Instead of a set and fields: the job of a dry run that has ended. What it would have changed gets its " +
                "fields; an object that was changed since fails with `changedSinceCheck`",
            ),
          dryRun: z.boolean().default(false).describe("Only tells what would be done"),
          reason: reasonSchema,
        }),
      }),
    )
    .output(startedJobSchema),
  save: base
    .route({
      method: "POST",
      path: "/bulk/{resource}/save",
      summary: "Change objects as they were listed, each with fields of its own, all or none",
      description:
        "One change with one reason, as *Edit in Grid…* makes it. When anything is wrong with one row nothing is stored, and 422 " +
        "`validationFailed` tells all that is, at `rows`, the place of the row and the field. A row whose object has another " +
        "version, or was made anew under the name, has `changedSinceShown`; one that is gone has `notThere`.",
    })
    .errors(commonErrors)
    .input(
      z.object({
        params,
        body: z.strictObject({
          rows: z
            .array(
              z.strictObject({
                name: wantedName.describe("Its name or pattern"),
                partition: wantedName.nullable().optional(),
                version: z.number().int().describe("As it was listed"),
                updatedAt: z.iso.datetime().describe("As it was listed"),
                fields: z
                  .record(z.string(), z.unknown())
                  .describe("Fields as in PATCH, but those that name the object"),
              }),
            )
            .min(1)
            .max(listLimits.maximum)
            .describe("No object twice"),
          reason: reasonSchema,
        }),
      }),
    )
    .output(
      z.object({
        change: z.string().nullable().describe("The change of all rows; null when none is different"),
        updated: z.number().int(),
        unchanged: z.number().int().describe("Rows that had the values already"),
      }),
    ),
  delete: base
    .route({
      method: "POST",
      path: "/bulk/{resource}/delete",
      successStatus: 202,
      summary: "Delete all objects that match, as a job",
      description:
        "The set is found when the job is made. Objects that are in use, or standard, stay and are told.",
    })
    .errors(commonErrors)
    .input(z.object({ params, body: z.strictObject({ ...chosen, reason: reasonSchema }) }))
    .output(startedJobSchema),
  failedRows: base
    .route({
      method: "GET",
      path: "/bulk/failed-rows/{id}",
      summary: "Write the rows of an import that failed into a CSV file",
      description:
        "The columns of the file that was imported, and one named `error` that imports pass over. `id` is the job's.",
      outputStructure: "detailed",
      spec: (current) => ({
        ...current,
        responses: { ...current.responses, 200: { description: "The file", ...csvBody } },
      }),
    })
    .errors(objectErrors)
    .input(z.object({ params: z.object({ id: z.string() }) }))
    .output(csvAnswer),
};
