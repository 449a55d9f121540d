import { z } from "zod";
import type { Lamp, Tone } from "@/lib/callback/display/display";
import { screenKeys } from "@/lib/callback/state/phone";
import type { ScreenKind } from "@/lib/callback/state/screen";
import { buttonFeatures } from "@/lib/catalog/button-features";
import { callStates } from "@/lib/catalog/call-states";
import { softkeyIds } from "@/lib/catalog/softkeys";
import { maximumDestinationLength, maximumNumberLength } from "@/lib/configuration/lengths";
import { dndOptions } from "@/lib/configuration/phone";
import { registrationStatuses } from "@/lib/devices/device";

const tones = [
  "none",
  "dial",
  "ringback",
  "busy",
  "fastBusy",
  "reorder",
  "ringing",
  "callBack",
] as const satisfies readonly Tone[];
const lamps = ["off", "on", "blinking"] as const satisfies readonly Lamp[];
const screenKinds = [
  "callBackActivated",
  "callBackAvailable",
  "callBackAvailableDndReject",
  "callBackNotActive",
  "callBackAlreadyActive",
  "callBackCannotActivate",
] as const satisfies readonly ScreenKind[];

/** A call as a phone shows it. */
const callSchema = z.object({
  id: z.string(),
  callState: z.enum(callStates),
  direction: z.enum(["incoming", "outgoing"]),
  party: z.string().describe("The other party's number; empty while none is known"),
  line: z.number().int(),
});

/** What a phone shows and plays. */
const shownSchema = z.object({
  phone: z.string(),
  model: z.string(),
  registration: z.enum(registrationStatuses),
  hook: z.enum(["on", "off"]),
  callState: z.enum(callStates).describe("Of the call whose softkeys are shown"),
  tone: z.enum(tones),
  prompt: z
    .string()
    .describe("`Key Not Active`, `Service Is Not Active`, or what to enter, in the phone's user locale"),
  notices: z
    .array(z.string())
    .describe("What the idle phone says of itself, in its user locale: where it forwards, Do Not Disturb"),
  softkeys: z.array(z.enum(softkeyIds)),
  screen: z
    .object({
      kind: z.enum(screenKinds),
      title: z.string(),
      lines: z.array(z.string()).describe("Joined by a space: the documented text"),
      softkeys: z.array(z.enum(screenKeys)),
    })
    .nullable()
    .describe("The screen of call back that is open"),
  buttons: z.array(
    z.object({
      position: z.number().int(),
      feature: z.enum(buttonFeatures),
      label: z.string(),
      lamp: z.enum(lamps),
    }),
  ),
  calls: z.array(callSchema),
  dnd: z.object({ status: z.boolean(), option: z.enum(dndOptions) }),
  lines: z.array(z.object({ index: z.number().int(), directoryNumber: z.string(), displayName: z.string() })),
  userLocale: z.string(),
  user: z
    .string()
    .nullable()
    .describe(
      "Who is logged in by Extension Mobility, also while the phone restarts for it or waits for the end of a call",
    ),
});
export type ShownDto = z.output<typeof shownSchema>;

export const displaySchema = shownSchema.extend({
  asOf: z
    .number()
    .int()
    .describe(
      "Id of the change event up to which this is known: of two displays of a phone the one with the greater is the newer",
    ),
});
export type DisplayDto = z.output<typeof displaySchema>;

const dialled = /^\+?[0-9*#A-D]+$/;
const number = z.string().max(maximumNumberLength).regex(dialled);
const destination = z.string().max(maximumDestinationLength).regex(dialled);
const line = z
  .number()
  .int()
  .min(1)
  .optional()
  .describe("Index of a line that is on a button; the first one when absent");

/** One thing that a person does with a phone. */
export const phoneActionSchema = z.discriminatedUnion("action", [
  z.strictObject({ action: z.enum(["offHook", "onHook"]) }),
  z.strictObject({ action: z.enum(["unplug", "plugIn"]) }),
  z.strictObject({ action: z.literal("login"), userId: z.string().min(1).describe("Of a device profile") }),
  z.strictObject({ action: z.literal("logout") }),
  z.strictObject({
    action: z.literal("dial"),
    digits: number.describe("All at once; goes off hook if needed"),
    line,
    video: z.boolean().optional(),
  }),
  z.strictObject({ action: z.literal("digit"), digit: z.string().regex(/^[0-9*#]$/) }),
  z.strictObject({
    action: z.literal("pressSoftkey"),
    softkey: z
      .enum([...softkeyIds, ...screenKeys])
      .describe("A softkey of the catalogue, or a key of the screen that is open"),
  }),
  z.strictObject({ action: z.literal("pressButton"), position: z.number().int().min(1) }),
  z.strictObject({ action: z.literal("selectCall"), call: z.string() }),
  z.strictObject({ action: z.literal("setDnd"), status: z.boolean(), option: z.enum(dndOptions) }),
  z.strictObject({
    action: z.literal("setForwardAll"),
    destination: destination.nullable().optional(),
    voiceMail: z.boolean().optional(),
    line,
  }),
]);
/** @public */
export type PhoneActionDto = z.output<typeof phoneActionSchema>;
