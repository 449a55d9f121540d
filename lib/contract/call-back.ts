import { eventIterator, oc } from "@orpc/contract";
import { z } from "zod";
import type { TimerKind } from "@/lib/callback/state/request";
import { endReasons, requestModes, requestStates } from "@/lib/callback/state/request";
import { jobStates } from "@/lib/catalog/jobs";
import { configurationKinds } from "@/lib/configuration/dependencies";
import { commonErrors, objectErrors } from "@/lib/contract/errors";
import { listDescription, listQuerySchema, pageOf } from "@/lib/contract/list";
import { displaySchema } from "@/lib/contract/phone-operation";
import { registrationStatuses } from "@/lib/devices/device";

const timerKinds = [
  "T1",
  "T2",
  "T3",
  "guard",
  "question",
  "noAnswer",
  "voiceMail",
  "interDigit",
] as const satisfies readonly TimerKind[];

/** A request for call back. */
export const requestSchema = z.object({
  id: z.string(),
  originator: z.object({ phone: z.string(), directoryNumber: z.string() }),
  target: z.string().describe("The number that was dialled"),
  mode: z.enum(requestModes),
  state: z.enum(requestStates),
  reason: z.enum(endReasons).nullable().describe("Why it ended"),
  createdAt: z.iso.datetime(),
  timers: z.array(z.object({ kind: z.enum(timerKinds), dueAt: z.iso.datetime() })),
});
/** @public */
export type RequestDto = z.output<typeof requestSchema>;

/** Fields by which requests can be found and sorted. */
export const requestListFields = [
  "id",
  "phone",
  "directoryNumber",
  "target",
  "mode",
  "state",
  "reason",
  "createdAt",
] as const;

const plainValues = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** One decision in the life of a request: what happened, and the rule that decided. */
export const traceEntrySchema = z.object({
  at: z.iso.datetime(),
  cluster: z.string().describe("Where it was decided; empty: this cluster"),
  event: z.object({
    id: z.string(),
    kind: z.string().describe("Such as phoneAction, timerExpired or trunkMessage"),
    phone: z.string().nullable().describe("The phone that it happened at"),
    values: plainValues.describe("What else the event says, such as the softkey that was pressed"),
  }),
  rule: z.string().describe("The number of a row of the tables of call back, or a rule of calls and phones"),
  name: z.string().describe("The rule in a word: of a row its name, such as noAnswerAgain"),
  requirements: z.array(z.string()).describe("The requirements that the rule serves"),
  transition: z
    .object({ from: z.string(), on: z.string(), to: z.string() })
    .nullable()
    .describe("Of a row: from which state, on what, to which state"),
  phone: z.string().nullable().describe("The phone that the decision is about"),
  request: z.string().nullable(),
  inputs: plainValues.describe("What the rule looked at"),
});
/** @public */
export type TraceEntryDto = z.output<typeof traceEntrySchema>;

const count = z.number().int().min(0);
/** What somebody may look at while others change it. */
const followedKinds = [...configurationKinds, "user"] as const;
const objectIdentity = {
  name: z.string(),
  partition: z.string().nullable().describe("Of what is named by a pattern: its partition"),
};

/** One change that viewers are told of; each is whole, so that the newest one of a thing is enough. */
export const changeEventSchema = z.discriminatedUnion("topic", [
  z.object({ topic: z.literal("display"), phone: z.string(), display: displaySchema }),
  z.object({
    topic: z.literal("job"),
    job: z.object({
      id: z.string(),
      state: z.enum(jobStates),
      total: count,
      done: count,
      waiting: count,
      failed: count,
    }),
  }),
  z.object({
    topic: z.literal("registration"),
    phones: z.array(z.object({ phone: z.string(), registration: z.enum(registrationStatuses) })),
  }),
  z.object({ topic: z.literal("request"), request: requestSchema }),
  z
    .object({
      topic: z.literal("removed"),
      phones: z.array(
        z.object({
          phone: z.string(),
          renamedTo: z.string().nullable().describe("Its name since then; null for one that is gone"),
        }),
      ),
      jobs: z.array(z.string()).describe("By id; only for those who may read jobs"),
    })
    .describe("Phones, also those of other clusters, and jobs that are there no more, or not by this name"),
  z
    .object({
      topic: z.literal("configuration"),
      by: z.string().describe("User name"),
      kinds: z.array(z.enum(followedKinds)).describe("The kinds of the objects, those that may be read"),
      objects: z
        .array(
          z.object({
            kind: z.enum(followedKinds),
            ...objectIdentity,
            action: z.enum(["saved", "renamed", "deleted"]),
            renamedTo: z.object(objectIdentity).nullable().describe("What it is called since then"),
          }),
        )
        .nullable()
        .describe("By the names that they had before; null when there are too many to be named"),
    })
    .describe(
      "Objects of the configuration, and users, that somebody has changed; only for who asks for this topic",
    ),
]);
/** @public */
export type ChangeEventDto = z.output<typeof changeEventSchema>;

/** Fields by which decisions can be found and sorted. */
export const decisionListFields = ["at", "phone", "request", "rule"] as const;

const pairedPhone = z.object({ phone: z.string(), directoryNumber: z.string() });

const eventTopics = ["configuration", "display", "job", "registration", "removed", "request"] as const;
const base = oc.route({ tags: ["Call Back"], inputStructure: "detailed" });
const params = z.object({ id: z.string() });
const textOrTexts = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : typeof value === "string" ? [value] : value));
const topic = z.enum(eventTopics);

/** Requests for call back, why they became what they are, and changes as they happen. */
export const callBackContract = {
  requests: base
    .route({
      method: "GET",
      path: "/call-back/requests",
      summary: "Find requests for call back, newest first",
      description: `${listDescription(requestListFields, requestSchema)} Ended ones are kept for 30 days.`,
    })
    .errors(commonErrors)
    .input(
      z.object({
        query: listQuerySchema
          .extend({ sort: listQuerySchema.shape.sort.default("-createdAt") })
          .prefault({}),
      }),
    )
    .output(pageOf(requestSchema)),
  cancel: base
    .route({
      method: "DELETE",
      path: "/call-back/requests/{id}",
      successStatus: 204,
      summary: "Cancel a request as an administrator",
      description: "One that has ended stays as it is.",
    })
    .errors(objectErrors)
    .input(z.object({ params })),
  trace: base
    .route({
      method: "GET",
      path: "/call-back/requests/{id}/trace",
      summary: "Read every decision about a request, with its rule",
    })
    .errors(objectErrors)
    .input(z.object({ params }))
    .output(z.object({ items: z.array(traceEntrySchema) })),
  pair: base
    .route({
      method: "GET",
      path: "/call-back/pair",
      summary: "Find two phones with which call back can be tried",
      description:
        "Registered phones that run CallBack as softkey or button, are idle, neither share nor forward their first number, and can " +
        "call each other: those with the lowest numbers. Analog ports and other devices without the key come into no pair.",
    })
    .errors(commonErrors)
    .output(
      z.object({
        pair: z
          .object({ originator: pairedPhone, target: pairedPhone })
          .nullable()
          .describe("Null when there are no such two"),
      }),
    ),
  decisions: base
    .route({
      method: "GET",
      path: "/call-back/decisions",
      summary: "Find decisions about phones, calls and requests, newest first",
      description: `${listDescription(decisionListFields, traceEntrySchema)} They are kept for 30 days.`,
    })
    .errors(commonErrors)
    .input(
      z.object({
        query: listQuerySchema.extend({ sort: listQuerySchema.shape.sort.default("-at") }).prefault({}),
      }),
    )
    .output(pageOf(traceEntrySchema)),
  events: base
    .route({
      method: "GET",
      path: "/events",
      summary:
        "Watch displays, jobs, registrations, requests and the configuration change, and what is removed",
      description:
        "A stream of server-sent events, each with an id. It begins with the displays of the phones that are named, and tells " +
        "those `removed` that there are not; 404 when there is none of them. Whoever " +
        "comes back with the last id in `Last-Event-ID` is told everything since, once; after more than ten minutes it begins anew. " +
        "A user has at most ten streams at a time: a further one ends the oldest. A stream ends within five seconds of what it " +
        "rests on: sign-out, another role or password, a key that was revoked.",
    })
    .errors(objectErrors)
    .input(
      z.object({
        query: z
          .strictObject({
            topics: z
              .union([topic, z.array(topic)])
              .optional()
              .describe("Repeatable; all of them but `configuration` when absent"),
            phones: textOrTexts.describe(
              "Repeatable: only displays, registrations and removals of these phones",
            ),
          })
          .prefault({}),
      }),
    )
    .output(eventIterator(changeEventSchema)),
};
