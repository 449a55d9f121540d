import { oc } from "@orpc/contract";
import { z } from "zod";
import { configurationKinds } from "@/lib/configuration/dependencies";
import { commonErrors } from "@/lib/contract/errors";
import { wholeNumber } from "@/lib/contract/text";

/** One change of any object. */
export const changeSchema = z.object({
  entity: z.enum([...configurationKinds, "user", "apiKey"]).describe("Kind of the object"),
  name: z.string().describe("Name of the object after the change"),
  partition: z.string().nullable().optional().describe("Of what is named by a pattern: its partition"),
  number: z.number().int().describe("Version of the object after the change"),
  action: z.enum(["created", "updated", "restored", "deleted"]),
  at: z.iso.datetime(),
  by: z.string().describe("User name"),
  reason: z.string(),
});

/** `/change-log`: what happened lately to the objects that the asker may read. */
export const changeLogContract = {
  list: oc
    .route({
      method: "GET",
      path: "/change-log",
      tags: ["History"],
      inputStructure: "detailed",
      summary: "List the latest changes of all objects, newest first",
    })
    .errors(commonErrors)
    .input(
      z.object({
        query: z.strictObject({ limit: wholeNumber(1, 250).default(50) }).prefault({}),
      }),
    )
    .output(z.object({ items: z.array(changeSchema) })),
};
