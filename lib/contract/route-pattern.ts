import { z } from "zod";
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
  .describe("Digits, *, #, X for any digit, and ! at the end for one or more")
  .meta({ examples: ["5XXX"] });
const trunk = z.string().describe("Name of a trunk");
const content = {
  pattern,
  partition: referenceTo("partition"),
  description: descriptionText,
  trunk,
};
const routePatternSchema = z.object({ ...content, ...answerFields });

/** Fields that a list can be searched and sorted by. */
export const routePatternListFields = [
  "pattern",
  "partition",
  "description",
  "trunk",
  ...commonListFields,
] as const;

/** `/route-patterns`. */
export const routePatternContract = configurationContract({
  path: "/route-patterns",
  tag: "Route patterns",
  one: "a route pattern",
  many: "route patterns",
  address: byPattern,
  listFields: routePatternListFields,
  object: routePatternSchema,
  create: createBody({ ...optionalFields(content), pattern, trunk }),
  update: updateBody(content),
});
