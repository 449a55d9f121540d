import { z } from "zod";
import { serviceParameterRules } from "@/lib/configuration/service-parameter";
import { byName, configurationContract } from "@/lib/contract/configuration";
import { objectSchemas } from "@/lib/contract/object-schemas";

const facts = {
  default: z.union([z.string(), z.number(), z.boolean(), z.null()]).describe("What it is on a new system"),
  unit: z.enum(["seconds", "minutes"]).nullable(),
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  choices: z.array(z.string()).nullable(),
};

const schemas = objectSchemas(serviceParameterRules, {
  texts: {
    name: "A service parameter of the catalogue; cannot be changed",
    value: "A number, truth value or text by the parameter's type; the text of a number is accepted too",
  },
  extra: facts,
});

/** A service parameter as the API answers it. */
export type ServiceParameterDto = z.output<typeof schemas.object>;

/** `/service-parameters`: those of Call Back; all exist, none can be added or deleted. */
export const serviceParameterContract = configurationContract(serviceParameterRules, {
  address: byName,
  descriptions: {
    create: "All parameters exist already, so this is refused; change them with PATCH.",
  },
  schemas,
});
