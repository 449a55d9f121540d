import { z } from "zod";
import { problemCodes } from "@/lib/configuration/problem";

/** One thing that is wrong with what was sent. `code` is stable; the words are chosen where it is shown. */
export const problemSchema = z.object({
  path: z
    .array(z.union([z.string(), z.number()]))
    .describe("Field names and positions, counted from 0, that lead to the bad value")
    .meta({ examples: [["callStates", "On Hook", 2]] }),
  code: z.enum(problemCodes).describe("Stable; more codes may come"),
  params: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .optional()
    .describe("Values that the words of the problem name"),
});

/** An object that uses another one. */
export const dependencySchema = z.object({
  kind: z.string().describe("Kind of the object that uses this one, such as commonDeviceConfiguration"),
  name: z.string(),
  partition: z.string().nullable().optional().describe("Of what is named by a pattern: its partition"),
});

/** Most dependency records of one answer; beyond it there are only counts. */
export const mostDependencies = 50;

/** The dependency records of an object. */
export const dependencyListSchema = z.object({
  items: z.array(dependencySchema).describe(`The first ${mostDependencies} objects, by kind and name`),
  total: z.number().int().min(0),
  counts: z.array(z.object({ kind: z.string(), count: z.number().int().min(1) })),
});

/** The dependency records of an object, and who inherits it without naming it. */
export const dependencyRecordsSchema = dependencyListSchema.extend({
  inheritedBy: z
    .object({
      items: z
        .array(
          dependencySchema.extend({
            through: dependencySchema
              .nullable()
              .describe(
                "The object that names this one in its place; null: this one applies where none is named",
              ),
          }),
        )
        .describe(`The first ${mostDependencies} by name`),
      total: z.number().int().min(0),
    })
    .describe("Phones that take this object without naming it; they do not keep it from being deleted"),
});

const problemsData = z.object({ problems: z.array(problemSchema) });

const retryData = z.object({ retryAfterSeconds: z.number().describe("Also in the Retry-After header") });

/** Errors that every request can end with. */
export const commonErrors = {
  malformedRequest: { status: 400, message: "The request cannot be read.", data: problemsData.optional() },
  notSignedIn: { status: 401, message: "Sign in first." },
  forbidden: { status: 403, message: "Your role does not allow this." },
  tooManyAttempts: {
    status: 429,
    message: "Too many failed sign-ins.",
    data: retryData,
  },
  signInBusy: { status: 429, message: "Too many people sign in at this moment.", data: retryData },
  notWithApiKey: { status: 403, message: "Only a person can do this, not a program with an API key." },
  validationFailed: { status: 422, message: "Some values are not accepted.", data: problemsData },
} as const;

/** Errors of requests that name one object. */
export const objectErrors = {
  ...commonErrors,
  notFound: { status: 404, message: "There is no such object." },
} as const;

/** Errors of requests that make an object. */
export const createErrors = {
  ...commonErrors,
  nameTaken: { status: 409, message: "The name is in use.", data: problemsData },
} as const;

/** Errors of requests that change an object. */
export const changeErrors = {
  ...objectErrors,
  nameTaken: createErrors.nameTaken,
  stale: {
    status: 409,
    message: "Somebody else has saved this object since you opened it.",
    data: z.object({
      current: z.unknown().describe("The object as it is stored now"),
      base: z
        .unknown()
        .describe("The content that the change is based on, or null when that version never was"),
    }),
  },
  standardReadOnly: {
    status: 409,
    message: "Standard objects cannot be changed or deleted.",
    data: problemsData,
  },
} as const;

/** Errors of requests that delete an object. */
export const deleteErrors = {
  ...objectErrors,
  standardReadOnly: changeErrors.standardReadOnly,
  isDefaultTemplate: {
    status: 409,
    message: "The default softkey template cannot be deleted.",
    data: problemsData,
  },
  inUse: {
    status: 409,
    message: "Other objects use this one.",
    data: z.object({
      problems: z.array(problemSchema),
      dependencies: z.array(dependencySchema).describe(`The first ${mostDependencies}`),
      total: z.number().int().optional().describe("How many there are"),
    }),
  },
} as const;

/** Every code with which the API itself refuses a request, beside those of the objects. */
export const transportErrors = {
  foreignPage: { status: 403, message: "The request comes from a page outside this console." },
  methodNotAllowed: {
    status: 405,
    message: "There is no such method; the Allow header names those there are.",
  },
  requestUnderway: {
    status: 409,
    message: "The same request is being worked on; send it again in a moment.",
  },
  idempotencyKeyReused: {
    status: 422,
    message: "Another request was sent with this Idempotency-Key.",
  },
  tooLarge: { status: 413, message: "The request is larger than 1 MB, or 4 kB to sign in." },
  unsupportedMediaType: {
    status: 415,
    message:
      "Send JSON as application/json, or a file as the operation says; a browser's POST without a body: either that content type or X-Ringback-Request.",
  },
  databaseUnavailable: {
    status: 503,
    message: "The database does not answer. Nothing is lost; try again in a moment.",
  },
  internal: { status: 500, message: "Something went wrong on the server; it is in the log." },
} as const;
