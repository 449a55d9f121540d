import { oc } from "@orpc/contract";
import { z } from "zod";
import { commonErrors, createErrors, objectErrors } from "@/lib/contract/errors";
import { reasonSchema } from "@/lib/contract/history";

/** An API key of the signed-in user; the key itself is answered once, when it is made. */
export const apiKeySchema = z.object({
  name: z.string(),
  start: z.string().describe("First characters of the key"),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable().describe("Exact to a minute"),
});

const apiKeyCreateSchema = z.strictObject({
  name: z.string(),
  expiresInDays: z.number().int().min(1).max(3650).optional().describe("Without it the key does not expire"),
  reason: reasonSchema,
});

const base = oc.route({ tags: ["API keys"], inputStructure: "detailed" });

/** `/api-keys`: keys with which programs act as the signed-in user, with that user's role. */
export const apiKeyContract = {
  list: base
    .route({ method: "GET", path: "/api-keys", summary: "List your API keys" })
    .errors(commonErrors)
    .output(z.object({ items: z.array(apiKeySchema) })),
  create: base
    .route({
      method: "POST",
      path: "/api-keys",
      successStatus: 201,
      summary: "Make an API key",
      description: "Only a person can, not a program with an API key.",
    })
    .errors(createErrors)
    .input(z.object({ body: apiKeyCreateSchema }))
    .output(apiKeySchema.extend({ key: z.string().describe("The key; it is not shown again") })),
  remove: base
    .route({ method: "DELETE", path: "/api-keys/{name}", successStatus: 204, summary: "Revoke an API key" })
    .errors(objectErrors)
    .input(
      z.object({
        params: z.object({ name: z.string() }),
        query: z.strictObject({ reason: reasonSchema }).prefault({}),
      }),
    )
    .output(z.void()),
};

export type ApiKeyDto = z.output<typeof apiKeySchema>;
export type ApiKeyCreateInput = z.output<typeof apiKeyCreateSchema>;
