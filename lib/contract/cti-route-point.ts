import { z } from "zod";
import { byName, configurationContract } from "@/lib/contract/configuration";
import {
  answerFields,
  commonListFields,
  createBody,
  descriptionText,
  nameText,
  optionalFields,
  referenceTo,
  updateBody,
} from "@/lib/contract/configuration-fields";

const directoryNumber = z
  .string()
  .describe(
    "A directory number; created when it does not exist. Of several route points with one number the one whose name comes first leads its calls",
  )
  .meta({ examples: ["2900"] });
const content = {
  name: nameText,
  description: descriptionText,
  directoryNumber,
  partition: referenceTo("partition"),
  forwardTo: z.string().nullable().describe("Number to which its calls are forwarded"),
};
const ctiRoutePointSchema = z.object({ ...content, ...answerFields });

/** Fields that a list can be searched and sorted by. */
export const ctiRoutePointListFields = [
  "name",
  "description",
  "directoryNumber",
  "partition",
  "forwardTo",
  ...commonListFields,
] as const;

/** `/cti-route-points`: requirement PR-07. */
export const ctiRoutePointContract = configurationContract({
  path: "/cti-route-points",
  tag: "CTI route points",
  one: "a CTI route point",
  many: "CTI route points",
  address: byName,
  listFields: ctiRoutePointListFields,
  object: ctiRoutePointSchema,
  create: createBody({ ...optionalFields(content), name: nameText, directoryNumber }),
  update: updateBody(content),
});
