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

const content = {
  name: nameText,
  description: descriptionText,
  partitions: z.array(z.string()).describe("Names of partitions, the one that is looked at first in front"),
};
const callingSearchSpaceSchema = z.object({ ...content, ...answerFields });

/** Fields that a list can be searched and sorted by. */
export const callingSearchSpaceListFields = [
  "name",
  "description",
  "partitions",
  ...commonListFields,
] as const;

/** `/calling-search-spaces`. */
export const callingSearchSpaceContract = configurationContract({
  path: "/calling-search-spaces",
  tag: "Calling search spaces",
  one: "a calling search space",
  many: "calling search spaces",
  address: byName,
  listFields: callingSearchSpaceListFields,
  object: callingSearchSpaceSchema,
  create: createBody({ ...optionalFields(content), name: nameText }),
  update: updateBody(content),
});
