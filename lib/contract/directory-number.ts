import { z } from "zod";
import { maxCallsRange, noAnswerSecondsRange } from "@/lib/configuration/directory-number";
import { byPattern, configurationContract } from "@/lib/contract/configuration";
import {
  answerFields,
  commonListFields,
  createBody,
  descriptionText,
  optionalFields,
  referenceTo,
  updateBody,
} from "@/lib/contract/configuration-fields";

const pattern = z
  .string()
  .describe("Digits, *, #, A to D, and + only in front")
  .meta({ examples: ["2001"] });
const target = {
  destination: z.string().nullable(),
  voiceMail: z.boolean().describe("Voice mail instead of the destination"),
};
const situations = ["all", "busy", "noAnswer", "unregistered"] as const;
function perSituation<Value extends z.ZodType>(value: Value) {
  return { all: value, busy: value, noAnswer: value, unregistered: value };
}

const plain = {
  pattern,
  partition: referenceTo("partition"),
  description: descriptionText,
  alertingName: z.string().describe("Shown to callers while it rings, at most 50 characters"),
  noAnswerSeconds: z
    .number()
    .int()
    .describe(`${noAnswerSecondsRange.minimum} to ${noAnswerSecondsRange.maximum} seconds`),
  busyTrigger: z.number().int().describe("Calls on a device from which on callers hear busy"),
  maxCalls: z
    .number()
    .int()
    .describe(`Most calls on a device, ${maxCallsRange.minimum} to ${maxCallsRange.maximum}`),
  callingSearchSpace: referenceTo("calling search space"),
};

const directoryNumberSchema = z.object({
  ...plain,
  forward: z.object(perSituation(z.object(target))),
  ...answerFields,
});

const input = {
  ...plain,
  forward: z.strictObject(optionalFields(perSituation(z.strictObject(optionalFields(target))))),
};

type Situation = (typeof situations)[number];
const forwardFields = situations.map(
  (situation): `forward.${Situation}.destination` => `forward.${situation}.destination`,
);

/** Fields that a list can be searched and sorted by. */
export const directoryNumberListFields = [
  "pattern",
  "partition",
  "description",
  "alertingName",
  ...forwardFields,
  "noAnswerSeconds",
  "busyTrigger",
  "maxCalls",
  "callingSearchSpace",
  ...commonListFields,
] as const;

/** `/directory-numbers`. */
export const directoryNumberContract = configurationContract({
  path: "/directory-numbers",
  tag: "Directory numbers",
  one: "a directory number",
  many: "directory numbers",
  address: byPattern,
  listFields: directoryNumberListFields,
  object: directoryNumberSchema,
  create: createBody({ ...optionalFields(input), pattern }),
  update: updateBody(input),
});
