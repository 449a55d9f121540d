import { oc } from "@orpc/contract";
import { z } from "zod";
import { bulkErrors, fileName } from "@/lib/contract/bulk";
import { commonErrors } from "@/lib/contract/errors";
import { fileProblemCodes } from "@/lib/unified-cm/file-problem";

/** The most rows of a file of Unified CM: as many phones as the console is made for. */
export const mostUnifiedCmRows = 1_000_000;
/** A file that is not imported is removed after so many days. */
export const unifiedCmFilesKeptDays = 7;

/** What is wrong with a file of Unified CM, and where. */
const fileProblemSchema = z.object({
  row: z.number().int().nullable().describe("Of the sheet: the first is 1; null: the whole file"),
  column: z.string().nullable().describe("The heading of the column"),
  code: z.enum(fileProblemCodes).describe("Stable; more codes may come"),
  params: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .describe("Values that the words of the problem name"),
});

/** Errors that only files of Unified CM have. */
export const unifiedCmErrors = {
  notRecognised: {
    status: 422,
    message: "The file is none of Unified CM that can be read.",
    data: z.object({ problems: z.array(fileProblemSchema) }),
  },
} as const;

/** What a file of Unified CM was recognised as. */
const unifiedCmFileSchema = z.object({
  fileId: z.string(),
  recognised: z.enum(["allDetails", "insert", "softkeys"]),
  rows: z.number().int().describe("Rows below the headings; of a softkey file the call states that it has"),
  columns: z
    .object({
      used: z.array(z.string()).describe("Headings with a meaning here"),
      unused: z
        .array(z.string())
        .describe("Headings whose values are kept as they are, or dropped as passwords"),
    })
    .describe("As written in the file; those of lines and speed dials once, without their number"),
});
export type UnifiedCmFileDto = z.output<typeof unifiedCmFileSchema>;

const base = oc.route({ tags: ["Unified CM"], inputStructure: "detailed" });
const file = { schema: { type: "string", format: "binary" } as const };

/** `/unified-cm`: from a real cluster. */
export const unifiedCmContract = {
  storeFile: base
    .route({
      method: "POST",
      path: "/unified-cm/files",
      successStatus: 201,
      summary: "Send a file of Unified CM's bulk administration",
      description:
        "The body is the file: an export of phones with All Details, an insert file of bat.xlt, or a softkey file of a phone, " +
        "in UTF-8, or UTF-16 with its byte order mark; comma, semicolon or tab. What it is, its content says; columns are found " +
        "by their headings, whatever their order, letter case and spaces. Passwords in it are not stored. At most " +
        `${mostUnifiedCmRows} rows. It is kept for ${unifiedCmFilesKeptDays} days.`,
      spec: (current) => ({
        ...current,
        requestBody: {
          required: true,
          content: { "text/csv": file, "text/plain": file, "application/xml": file },
        },
      }),
    })
    .errors({ ...commonErrors, ...bulkErrors, ...unifiedCmErrors })
    .input(
      z.object({
        query: z
          .strictObject({ name: fileName.optional().describe("File name, to tell files apart") })
          .prefault({}),
      }),
    )
    .output(unifiedCmFileSchema),
};
