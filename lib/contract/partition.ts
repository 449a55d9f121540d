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

const content = { name: nameText, description: descriptionText };
const partitionSchema = z.object({ ...content, ...answerFields });

/** Fields that a list can be searched and sorted by. */
export const partitionListFields = ["name", "description", ...commonListFields] as const;

/** `/partitions`. */
export const partitionContract = configurationContract({
  path: "/partitions",
  tag: "Partitions",
  one: "a partition",
  many: "partitions",
  address: byName,
  listFields: partitionListFields,
  object: partitionSchema,
  create: createBody({ ...optionalFields(content), name: nameText }),
  update: updateBody(content),
});
