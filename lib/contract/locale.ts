import { localeRules } from "@/lib/configuration/locale";
import { byName, configurationContract } from "@/lib/contract/configuration";
import { commonListFields } from "@/lib/contract/configuration-fields";
import { objectSchemas } from "@/lib/contract/object-schemas";

/** Fields that a list can be searched and sorted by. */
export const localeListFields = ["name", "kind", "isInstalled", ...commonListFields] as const;

/** `/locales`: requirement PR-02. */
export const localeContract = configurationContract({
  path: "/locales",
  one: "a locale",
  many: "locales",
  address: byName,
  listFields: localeListFields,
  schemas: objectSchemas(localeRules, {
    texts: {
      kind: "A user locale is the language of a phone, a network locale a country's tones",
      isInstalled: "Only installed locales can be chosen",
    },
    fixed: ["name", "kind"],
  }),
});
