import { z } from "zod";
import { trunkTypes } from "@/lib/catalog/trunk-types";
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

const type = z.enum(trunkTypes);
const content = {
  name: nameText,
  description: descriptionText,
  type,
  throughCube: z.boolean().describe("A session border controller (CUBE) is in between"),
  remoteCluster: referenceTo("remote cluster"),
};
const trunkSchema = z.object({ ...content, ...answerFields });

/** Fields that a list can be searched and sorted by. */
export const trunkListFields = [
  "name",
  "description",
  "type",
  "throughCube",
  "remoteCluster",
  ...commonListFields,
] as const;

/** `/trunks`: requirements OV-02, RS-01, RS-02. */
export const trunkContract = configurationContract({
  path: "/trunks",
  tag: "Trunks",
  one: "a trunk",
  many: "trunks",
  address: byName,
  listFields: trunkListFields,
  object: trunkSchema,
  create: createBody({ ...optionalFields(content), name: nameText, type }),
  update: updateBody(content),
});
