import { localeRules } from "@/lib/configuration/locale";
import { namedContract } from "@/lib/contract/configuration";

/** `/locales`: requirement PR-02. */
export const localeContract = namedContract(localeRules, {
  texts: {
    kind: "A user locale is the language of a phone, a network locale a country's tones",
    isInstalled: "Only installed locales can be chosen",
  },
  fixed: ["name", "kind"],
});
