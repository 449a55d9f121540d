import { z } from "zod";
import { byName, configurationContract } from "@/lib/contract/configuration";
import {
  answerFields,
  commonListFields,
  createBody,
  descriptionText,
  nameText,
  optionalFields,
  updateBody,
} from "@/lib/contract/configuration-fields";

const number = { pattern: z.string().meta({ examples: ["5001"] }), name: z.string() };
const plain = { name: nameText, description: descriptionText };
const remoteClusterSchema = z.object({
  ...plain,
  directoryNumbers: z.array(z.object(number)),
  ...answerFields,
});

const directoryNumbers = z
  .array(z.strictObject({ ...number, name: number.name.optional() }))
  .describe("The numbers of the other cluster; behind each is one phone");

/** Fields that a list can be searched and sorted by. */
export const remoteClusterListFields = [
  "name",
  "description",
  "directoryNumbers",
  ...commonListFields,
] as const;

/** `/remote-clusters`. */
export const remoteClusterContract = configurationContract({
  path: "/remote-clusters",
  tag: "Remote clusters",
  one: "a remote cluster",
  many: "remote clusters",
  address: byName,
  listFields: remoteClusterListFields,
  object: remoteClusterSchema,
  create: createBody({ ...optionalFields({ ...plain, directoryNumbers }), name: nameText }),
  update: updateBody({ ...plain, directoryNumbers }),
});
