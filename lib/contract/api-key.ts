import { oc } from "@orpc/contract";
import { z } from "zod";
import { roles } from "@/lib/catalog/roles";
import { createErrors, objectErrors } from "@/lib/contract/errors";
import { reasonSchema } from "@/lib/contract/history";

/** An API key; the key itself is answered once, when it is made. */
export const apiKeySchema = z.object({
  name: z.string(),
  owner: z.string().describe("Name of the user as whom programs act with it"),
  start: z.string().describe("First characters of the key"),
  role: z
    .enum(roles)
    .nullable()
    .describe("Limits what the key allows of what its owner may do; null: all of it"),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable().describe("Exact to a minute"),
});

const apiKeyCreateSchema = z.strictObject({
  name: z.string(),
  expiresInDays: z.number().int().min(1).max(3650).optional().describe("Without it the key does not expire"),
  role: z
    .enum(roles)
    .nullable()
    .optional()
    .describe("Your role or a narrower one; without it the key has yours"),
  reason: reasonSchema,
});

const listQuery = z.strictObject({
  of: z.literal("everyone").optional().describe("The keys of all users, the first 1,000; for administrators"),
  owner: z.string().optional().describe("The keys of this user; for administrators"),
});

const base = oc.route({ tags: ["API keys"], inputStructure: "detailed" });

/** `/api-keys`: keys with which programs act as the signed-in user, within that user's role. */
export const apiKeyContract = {
  list: base
    .route({ method: "GET", path: "/api-keys", summary: "List your API keys, or those of others" })
    .errors(objectErrors)
    .input(z.object({ query: listQuery.prefault({}) }))
    .output(z.object({ items: z.array(apiKeySchema), total: z.number().int() })),
  create: base
    .route({
      method: "POST",
      path: "/api-keys",
      successStatus: 201,
      summary: "Make an API key",
      description:
        "Only a person can, not a program with an API key, which cannot make users, give roles or set passwords either.",
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
        query: z
          .strictObject({
            reason: reasonSchema,
            owner: z
              .string()
              .optional()
              .describe("Whose key it is, when it is not yours; for administrators"),
          })
          .prefault({}),
      }),
    )
    .output(z.void()),
};

export type ApiKeyDto = z.output<typeof apiKeySchema>;
export type ApiKeysQuery = z.output<typeof listQuery>;
export type ApiKeyCreateInput = z.output<typeof apiKeyCreateSchema>;
