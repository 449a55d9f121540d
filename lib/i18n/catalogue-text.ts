import { messageKey } from "@/lib/catalog/message-key";
import { softkeyKey } from "@/lib/catalog/softkey-key";
import type { SoftkeyId } from "@/lib/catalog/softkeys";
import type { Translate } from "@/lib/i18n/translate";

// The texts tell which softkeys and features there are: every page needs these words, and the catalogues are large.

/** The words of a name of the catalogue, or the name itself where there are none. */
function textOr(translate: Translate, name: string, key: string): string {
  // Every object has these, also one of texts.
  if (Object.hasOwn(Object.prototype, name)) return name;
  return translate.has(key) ? translate(key) : name;
}

/** The name or the label of a softkey in a person's language, and of what is none the value itself. */
export function softkeyText(translate: Translate, value: unknown, text: "name" | "label"): string {
  const softkey = String(value);
  return textOr(translate, softkey, `catalogue.softkey.${softkeyKey(softkey as SoftkeyId)}.${text}`);
}

/** The name of a button feature in a person's language, and of what is none the value itself. */
export function buttonFeatureText(translate: Translate, value: unknown): string {
  const feature = String(value);
  return textOr(translate, feature, `catalogue.buttonFeature.${messageKey(feature)}`);
}
