import { z } from "zod";
import { localeKinds } from "@/lib/catalog/locales";
import { byName, configurationContract } from "@/lib/contract/configuration";
import {
  answerFields,
  commonListFields,
  createBody,
  nameText,
  updateBody,
} from "@/lib/contract/configuration-fields";

const kind = z
  .enum(localeKinds)
  .describe("A user locale is the language of a phone, a network locale a country's tones");
const isInstalled = z.boolean().describe("Only installed locales can be chosen");
const localeSchema = z.object({ name: nameText, kind, isInstalled, ...answerFields });

/** Fields that a list can be searched and sorted by. */
export const localeListFields = ["name", "kind", "isInstalled", ...commonListFields] as const;

/** `/locales`: requirement PR-02. */
export const localeContract = configurationContract({
  path: "/locales",
  tag: "Locales",
  one: "a locale",
  many: "locales",
  address: byName,
  listFields: localeListFields,
  object: localeSchema,
  create: createBody({ name: nameText, kind, isInstalled: isInstalled.optional() }),
  update: updateBody({
    name: nameText.describe("Cannot be changed"),
    kind: kind.describe("Cannot be changed"),
    isInstalled,
  }),
});
