import { oc } from "@orpc/contract";
import { z } from "zod";
import { commonErrors, createErrors, objectErrors } from "@/lib/contract/errors";

const deskSchema = z.object({
  name: z.string().nullable().describe("Null: what is on the desk that has no name"),
  phones: z.array(z.string()).describe("Names of phones, `{cluster}:{pattern}` for those of other clusters"),
});
export type DeskDto = z.output<typeof deskSchema>;

const phones = z.array(z.string()).describe("At most 50; those that are gone by now are kept");
const params = z.object({ name: z.string() });
const base = oc.route({ tags: ["Session"], inputStructure: "detailed" });

/** `/desks`: which phones the person who asks has side by side, remembered with them. */
export const deskContract = {
  list: base
    .route({ method: "GET", path: "/desks", summary: "List your desks, and which one was used last" })
    .errors(commonErrors)
    .output(
      z.object({
        items: z.array(deskSchema).describe("Those that have a name, in its order"),
        open: deskSchema.nullable().describe("The one that was used last; null for who has used none"),
      }),
    ),
  remember: base
    .route({
      method: "PATCH",
      path: "/desks",
      summary: "Remember which phones are on a desk of yours, which is the one used last from now on",
      description: "A desk with a name must be there; the one without is made.",
    })
    .errors(objectErrors)
    .input(z.object({ body: z.strictObject({ name: z.string().nullable(), phones }) }))
    .output(deskSchema),
  create: base
    .route({
      method: "POST",
      path: "/desks",
      successStatus: 201,
      summary: "Give a name to a desk of yours, with these phones",
    })
    .errors(createErrors)
    .input(z.object({ body: z.strictObject({ name: z.string(), phones }) }))
    .output(deskSchema),
  rename: base
    .route({ method: "PATCH", path: "/desks/{name}", summary: "Rename a desk of yours" })
    .errors({ ...objectErrors, ...createErrors })
    .input(z.object({ params, body: z.strictObject({ name: z.string() }) }))
    .output(deskSchema),
  remove: base
    .route({ method: "DELETE", path: "/desks/{name}", successStatus: 204, summary: "Delete a desk of yours" })
    .errors(objectErrors)
    .input(z.object({ params }))
    .output(z.void()),
};
