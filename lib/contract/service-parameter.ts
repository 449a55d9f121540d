import { z } from "zod";
import { byName, configurationContract } from "@/lib/contract/configuration";
import {
  answerFields,
  commonListFields,
  createBody,
  readOnlyNote,
  updateBody,
} from "@/lib/contract/configuration-fields";

const name = z.string().describe("A service parameter of the catalogue; cannot be changed");
const value = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .describe("A number, truth value or text by the parameter's type; the text of a number is accepted too");
const facts = {
  default: value.describe("What it is on a new system"),
  unit: z.enum(["seconds", "minutes"]).nullable(),
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  choices: z.array(z.string()).nullable(),
};
const serviceParameterSchema = z.object({ name, value, ...facts, ...answerFields });

/** A service parameter as the API answers it. */
export type ServiceParameterDto = z.output<typeof serviceParameterSchema>;

/** Fields that a list can be searched and sorted by. */
export const serviceParameterListFields = ["name", "value", ...commonListFields] as const;

/** `/service-parameters`: those of Call Back; all exist, none can be added or deleted. */
export const serviceParameterContract = configurationContract({
  path: "/service-parameters",
  tag: "Service parameters",
  one: "a service parameter",
  many: "service parameters",
  address: byName,
  listFields: serviceParameterListFields,
  object: serviceParameterSchema,
  create: createBody({ name, value }),
  descriptions: {
    create: "All parameters exist already, so this is refused; change them with PATCH.",
  },
  update: updateBody({
    name,
    value,
    default: facts.default.describe(readOnlyNote),
    unit: facts.unit.describe(readOnlyNote),
    minimum: facts.minimum.describe(readOnlyNote),
    maximum: facts.maximum.describe(readOnlyNote),
    choices: facts.choices.describe(readOnlyNote),
  }),
});
