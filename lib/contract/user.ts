import { oc } from "@orpc/contract";
import { z } from "zod";
import { roles } from "@/lib/catalog/roles";
import { changeErrors, commonErrors, createErrors, objectErrors } from "@/lib/contract/errors";
import { reasonSchema, revisionListSchema, revisionsQuery } from "@/lib/contract/history";
import { listDescription, listQuerySchema, pageOf } from "@/lib/contract/list";

/** A local user as the API answers it; never with the password. */
export const userSchema = z.object({
  name: z.string().describe("User name, used to sign in; unique ignoring case"),
  fullName: z.string(),
  role: z.enum(roles),
  version: z.number().int(),
  apiKeyCount: z.number().int(),
  updatedAt: z.iso.datetime(),
});

const userCreateSchema = z.strictObject({
  name: z.string(),
  fullName: z.string().optional(),
  role: z.enum(roles),
  password: z.string().describe("8 to 128 characters, no common one, without the user name"),
  reason: reasonSchema,
});

/** What a new password does to the API keys of its user. */
export const keysAfterPassword = z
  .enum(["keep", "revoke"])
  .optional()
  .describe("With a new password: whether the user's API keys go on working (keep) or are revoked");

const userUpdateSchema = z.strictObject({
  version: z.number().int(),
  name: z.string().optional(),
  fullName: z.string().optional(),
  role: z.enum(roles).optional(),
  password: z.string().optional().describe("A new password; ends the user's sessions"),
  currentPassword: z.string().max(256).optional().describe("Yours, when you change your own password"),
  apiKeys: keysAfterPassword,
  reason: reasonSchema,
  apiKeyCount: z.number().optional().describe("Read-only; ignored"),
  updatedAt: z.string().optional().describe("Read-only; ignored"),
});

/** Fields that a list can be searched and sorted by. */
export const userListFields = ["name", "fullName", "role", "version", "updatedAt"] as const;

/** Errors that only users have. */
export const userErrors = {
  lastSuperUser: { status: 409, message: "The last Super User cannot be removed or given another role." },
  ownUser: { status: 409, message: "You cannot delete the user that you are signed in as." },
} as const;

const byName = z.object({ name: z.string() });
const base = oc.route({ tags: ["Users"], inputStructure: "detailed" });

/** `/users`: local users of the console. */
export const userContract = {
  list: base
    .route({
      method: "GET",
      path: "/users",
      summary: "Find users",
      description: listDescription(userListFields, userSchema),
    })
    .errors(commonErrors)
    .input(z.object({ query: listQuerySchema.prefault({}) }))
    .output(pageOf(userSchema)),
  create: base
    .route({ method: "POST", path: "/users", successStatus: 201, summary: "Create a user" })
    .errors(createErrors)
    .input(z.object({ body: userCreateSchema }))
    .output(userSchema),
  get: base
    .route({ method: "GET", path: "/users/{name}", summary: "Read a user" })
    .errors(objectErrors)
    .input(z.object({ params: byName }))
    .output(userSchema),
  update: base
    .route({ method: "PATCH", path: "/users/{name}", summary: "Change a user" })
    .errors({ ...changeErrors, ...userErrors })
    .input(z.object({ params: byName, body: userUpdateSchema }))
    .output(userSchema),
  remove: base
    .route({
      method: "DELETE",
      path: "/users/{name}",
      successStatus: 204,
      summary: "Delete a user and their API keys",
    })
    .errors({ ...objectErrors, ...userErrors })
    .input(z.object({ params: byName, query: z.strictObject({ reason: reasonSchema }).prefault({}) }))
    .output(z.void()),
  revisions: base
    .route({
      method: "GET",
      path: "/users/{name}/revisions",
      summary: "Read the history of a user, newest first",
    })
    .errors(objectErrors)
    .input(z.object({ params: byName, query: z.strictObject(revisionsQuery).prefault({}) }))
    .output(revisionListSchema),
};

export type UserDto = z.output<typeof userSchema>;
export type UserCreateInput = z.output<typeof userCreateSchema>;
export type UserUpdateInput = z.output<typeof userUpdateSchema>;
