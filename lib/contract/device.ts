import { oc } from "@orpc/contract";
import { z } from "zod";
import { commonErrors, objectErrors, problemSchema } from "@/lib/contract/errors";
import { contentChangeSchema, reasonSchema } from "@/lib/contract/history";
import { ofJobSchema, startedJobSchema } from "@/lib/contract/job";
import { listDescription, listQuerySchema, mostConditions, pageOf } from "@/lib/contract/list";
import { displaySchema, phoneActionSchema } from "@/lib/contract/phone-operation";
import { idleWithinMinutesSchema, startTimeSchema } from "@/lib/contract/start-time";
import { wantedName, wholeNumber } from "@/lib/contract/text";
import { severities } from "@/lib/devices/device-alarms";
import { type DeviceCommand, deviceCommands } from "@/lib/devices/forecast";
import { impacts } from "@/lib/devices/impact";

/** Errors that only devices have. */
export const deviceErrors = {
  phoneNotRegistered: { status: 409, message: "The phone is not registered." },
  loginRefused: {
    status: 409,
    message: "Nobody can log in to this phone, or out of it, now.",
    data: z.object({ problems: z.array(problemSchema) }),
  },
} as const;

const count = z.number().int().min(0);
const impact = z
  .enum(impacts)
  .describe(
    "From the mildest to the strongest; `restart` registers again with a new file, `reset` shuts down",
  );
const change = z.object({
  part: z.enum(["phone", "softkeyTemplate", "phoneButtonTemplate", "commonDeviceConfiguration"]),
  change: contentChangeSchema,
  impact,
});

/** What an action would do, group by group. */
export const previewSchema = z.object({
  total: count.describe("Phones that the action is for"),
  models: z
    .array(z.object({ model: z.string(), devicePool: z.string(), count }))
    .describe("How many of each model in each device pool, the most first; at most 20"),
  groups: z.array(
    z.object({
      impact,
      forecast: z
        .enum(["nothing", "now", "whenIdle", "atRegistration", "refused"])
        .describe("When it is done: now, after the last call, or when the phone registers the next time"),
      count,
      phones: z.array(z.string()).describe("The first 20"),
      changes: z.array(change).describe("What differs for the first of them; only of Apply Config"),
    }),
  ),
});
export type PreviewDto = z.output<typeof previewSchema>;

/** A phone that runs something else than what is saved. */
export const pendingSchema = z.object({ phone: z.string(), impact, changes: z.array(change) });

export type PendingDto = z.output<typeof pendingSchema>;

/** One entry of the event log of devices. */
export const alarmSchema = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  name: z.string().describe("As in the alarm catalogue of Unified CM"),
  facility: z.string(),
  severity: z.enum(severities),
  phone: z.string().nullable(),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type AlarmDto = z.output<typeof alarmSchema>;
export const alarmListFields = ["at", "name", "severity", "phone"] as const;

const base = oc.route({ tags: ["Devices"], inputStructure: "detailed" });
const params = z.object({ name: z.string() });
const terms = {
  reason: reasonSchema,
  at: startTimeSchema.optional(),
  idleWithinMinutes: idleWithinMinutesSchema.optional(),
};
const termsBody = z.strictObject(terms).prefault({});

const segments = { applyConfig: "apply-config", reset: "reset", restart: "restart" } as const;
const does = {
  applyConfig: "Let saved changes take effect on",
  reset: "Shut down and start",
  restart: "Register again, without shutting down,",
} as const;
const registeredOnly = { ...objectErrors, phoneNotRegistered: deviceErrors.phoneNotRegistered };

const whenChosen =
  "With `at` the job is `scheduled` until then: phones that use an object or match are found when it starts, named ones are reached by " +
  "whatever name they have by then.";

function commandRoute(path: string, words: string, command: DeviceCommand) {
  return base
    .route({
      method: "POST",
      path: `${path}/{name}/${segments[command]}` as `/${string}`,
      successStatus: 202,
      summary: `${does[command]} ${words}`,
      description:
        "Goes on as a job with an item a phone. A phone in a call is never cut: the action waits for its last call." +
        (command === "applyConfig" ? "" : " Only registered phones: an item of another one fails.") +
        ` ${whenChosen}`,
    })
    .errors(registeredOnly)
    .input(z.object({ params, body: termsBody }))
    .output(startedJobSchema);
}

function previewRoute(path: string, words: string, command: DeviceCommand) {
  return base
    .route({
      method: "GET",
      path: `${path}/{name}/${segments[command]}/preview` as `/${string}`,
      summary: `Tell what ${segments[command]} would do to ${words}`,
    })
    .errors(objectErrors)
    .input(z.object({ params }))
    .output(previewSchema);
}

const chosen = {
  action: z.enum(deviceCommands),
  where: z
    .array(z.string())
    .max(mostConditions)
    .optional()
    .describe("Conditions as in lists; an empty list chooses all phones"),
  match: z.enum(["all", "any"]).optional(),
  names: z
    .array(z.strictObject({ name: wantedName }))
    .min(1)
    .max(1_000)
    .optional()
    .describe("Instead of conditions: the names of the phones"),
  job: ofJobSchema.optional(),
};

const onPhone = ["/phones", "a phone"] as const;
const onSoftkeys = ["/softkey-templates", "the phones that use a softkey template"] as const;
const onButtons = ["/phone-button-templates", "the phones that use a phone button template"] as const;
const onCommon = [
  "/common-device-configurations",
  "the phones that use a common device configuration",
] as const;

/** An answer that is a file. */
const fileSchema = z.object({
  status: z.literal(200),
  headers: z.record(z.string(), z.string()),
  body: z.unknown(),
});

/** Apply Config, Reset, Restart, and what phones do meanwhile [SK-10, CD-03, BT-05, PH-02, PH-03, PH-05]. */
export const deviceContract = {
  phone: {
    applyConfig: commandRoute(...onPhone, "applyConfig"),
    reset: commandRoute(...onPhone, "reset"),
    restart: commandRoute(...onPhone, "restart"),
    previewApplyConfig: previewRoute(...onPhone, "applyConfig"),
    previewReset: previewRoute(...onPhone, "reset"),
    previewRestart: previewRoute(...onPhone, "restart"),
  },
  softkeyTemplate: {
    applyConfig: commandRoute(...onSoftkeys, "applyConfig"),
    restart: commandRoute(...onSoftkeys, "restart"),
    previewApplyConfig: previewRoute(...onSoftkeys, "applyConfig"),
    previewRestart: previewRoute(...onSoftkeys, "restart"),
  },
  phoneButtonTemplate: {
    applyConfig: commandRoute(...onButtons, "applyConfig"),
    restart: commandRoute(...onButtons, "restart"),
    previewApplyConfig: previewRoute(...onButtons, "applyConfig"),
    previewRestart: previewRoute(...onButtons, "restart"),
  },
  commonDeviceConfiguration: {
    applyConfig: commandRoute(...onCommon, "applyConfig"),
    reset: commandRoute(...onCommon, "reset"),
    previewApplyConfig: previewRoute(...onCommon, "applyConfig"),
    previewReset: previewRoute(...onCommon, "reset"),
  },
  bulk: base
    .route({
      method: "POST",
      path: "/phones/actions",
      successStatus: 202,
      summary: "Apply Config to, reset or restart all phones that match",
      description: `The phones are chosen when the job starts. A phone that is not registered fails a reset or restart. ${whenChosen}`,
    })
    .errors(commonErrors)
    .input(z.object({ body: z.strictObject({ ...chosen, ...terms }) }))
    .output(startedJobSchema),
  previewBulk: base
    .route({
      method: "POST",
      path: "/phones/actions/preview",
      summary: "Tell what an action would do to all phones that match",
    })
    .errors(commonErrors)
    .input(z.object({ body: z.strictObject(chosen) }))
    .output(previewSchema),
  pending: base
    .route({
      method: "GET",
      path: "/phones/pending-apply",
      summary: "List the phones that run something else than what is saved, and why",
    })
    .errors(commonErrors)
    .input(
      z.object({
        query: z
          .strictObject({
            limit: wholeNumber(0, 250).default(50).describe("0: only how many there are"),
            cursor: z.string().optional().describe("`nextCursor` of the page before"),
          })
          .prefault({}),
      }),
    )
    .output(
      z.object({
        items: z.array(pendingSchema),
        nextCursor: z.string().nullable(),
        total: count,
        isExact: z
          .boolean()
          .describe("False: so many phones have changes of their own that not each was compared"),
      }),
    ),
  display: base
    .route({ method: "GET", path: "/phones/{name}/display", summary: "Read what a phone shows" })
    .errors(objectErrors)
    .input(z.object({ params }))
    .output(displaySchema),
  act: base
    .route({
      method: "POST",
      path: "/phones/{name}/actions",
      summary: "Do with a phone what a person at its desk does",
      description:
        "The answer is what the phone shows afterwards; every phone and request that the action concerns has its new state " +
        "then, with the manual clock also in other clusters. A key that is not offered now is answered with the prompt *Key Not Active*. Only `plugIn`, `unplug`, `setDnd` " +
        "and `setForwardAll` reach a phone that is not registered. The phone behind a number of another cluster is `{cluster}:{pattern}`. " +
        "`login` (no PIN) and `logout` are Extension Mobility: the call back requests of the phone and for its numbers end, and it " +
        "restarts with the user's device profile, or without, once its last call has ended. A user is logged in to one phone at a " +
        "time; `loginRefused` tells by a problem why a phone does not let somebody in or out.",
    })
    .errors({ ...registeredOnly, loginRefused: deviceErrors.loginRefused })
    .input(z.object({ params, body: phoneActionSchema }))
    .output(displaySchema),
  configurationFile: base
    .route({
      method: "GET",
      path: "/phones/{name}/configuration-file",
      summary: "Read the file that a phone would download now",
      description:
        "XML. Equal configurations give equal bytes; the ETag is the version stamp, and who names it in If-None-Match is answered 304. `file=softkeys` reads the softkey " +
        "file that the device file names.",
      outputStructure: "detailed",
    })
    .errors(objectErrors)
    .input(
      z.object({
        params,
        query: z.strictObject({ file: z.enum(["device", "softkeys"]).default("device") }).prefault({}),
      }),
    )
    .output(fileSchema),
  softkeyFile: base
    .route({
      method: "GET",
      path: "/softkey-templates/{name}/softkey-file",
      summary: "Read the softkey file of a template",
      description:
        "XML, as the phones that have the template download it when they are applied or reset: the keys of its call states as saved. The file has no name of " +
        "the template. The ETag is the version stamp, as of the file of a phone.",
      outputStructure: "detailed",
    })
    .errors(objectErrors)
    .input(z.object({ params }))
    .output(fileSchema),
  alarms: base
    .route({
      method: "GET",
      path: "/alarms",
      summary: "Find alarms of devices, newest first",
      description: `${listDescription(alarmListFields, alarmSchema)} Alarms are kept for 30 days.`,
    })
    .errors(commonErrors)
    .input(
      z.object({
        query: listQuerySchema.extend({ sort: listQuerySchema.shape.sort.default("-at") }).prefault({}),
      }),
    )
    .output(pageOf(alarmSchema)),
};
