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
const devicePoolSchema = z.object({ ...content, ...answerFields });

/** Fields that a list can be searched and sorted by. */
export const devicePoolListFields = ["name", "description", ...commonListFields] as const;

/** `/device-pools`. */
export const devicePoolContract = configurationContract({
  path: "/device-pools",
  tag: "Device pools",
  one: "a device pool",
  many: "device pools",
  address: byName,
  listFields: devicePoolListFields,
  object: devicePoolSchema,
  create: createBody({ ...optionalFields(content), name: nameText }),
  update: updateBody(content),
});
