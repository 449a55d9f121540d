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
import { lineSchema, linesInput } from "@/lib/contract/phone-line";

const userId = z.string().describe("With this the user logs in; unique, letter case makes no difference");
const plain = {
  name: nameText,
  description: descriptionText,
  userId,
  softkeyTemplate: referenceTo("softkey template"),
  phoneButtonTemplate: referenceTo("phone button template"),
};
const deviceProfileSchema = z.object({ ...plain, lines: z.array(lineSchema), ...answerFields });

/** Fields that a list can be searched and sorted by. */
export const deviceProfileListFields = [
  "name",
  "description",
  "userId",
  "softkeyTemplate",
  "phoneButtonTemplate",
  "lines",
  ...commonListFields,
] as const;

/** `/device-profiles`: requirement IN-08. */
export const deviceProfileContract = configurationContract({
  path: "/device-profiles",
  tag: "Device profiles",
  one: "a device profile",
  many: "device profiles",
  address: byName,
  listFields: deviceProfileListFields,
  object: deviceProfileSchema,
  create: createBody({ ...optionalFields({ ...plain, lines: linesInput }), name: nameText, userId }),
  update: updateBody({ ...plain, lines: linesInput }),
});
