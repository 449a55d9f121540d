import { softkeyChangeText } from "@/components/console/history/softkey-change-text";
import { changeWords } from "@/components/console/object/change-words";
import { valueText } from "@/components/console/object/value-text";
import { buttonFeatureKey, isButtonFeature } from "@/lib/catalog/button-features";
import { messageKey } from "@/lib/catalog/message-key";
import type { SoftkeyId } from "@/lib/catalog/softkeys";
import type { ContentChange } from "@/lib/configuration/content-difference";
import { callStateChanges } from "@/lib/configuration/softkey-template-difference";
import type { PreviewDto } from "@/lib/contract/device";
import { callStateAt, fieldName } from "@/lib/i18n/field-name";
import type { Translate } from "@/lib/i18n/translate";

/** One difference between what a phone runs and what is saved. */
export type DeviceChangeDto = PreviewDto["groups"][number]["changes"][number];

const keys: Readonly<Record<string, string>> = { lines: "index", speedDials: "index", buttons: "position" };

/** The words of fields and values of a part of a phone's configuration, those that the object's own pages use. */
function wordsOf(translate: Translate, part: DeviceChangeDto["part"]) {
  const field = (path: string) => fieldName(translate, part, path);
  function ofText(text: string): string {
    if (part === "phoneButtonTemplate" && isButtonFeature(text)) {
      return translate(`catalogue.buttonFeature.${buttonFeatureKey(text)}`);
    }
    const choice = `${part}.choice.${messageKey(text)}`;
    return translate.has(choice) ? translate(choice) : text;
  }
  const value = (_path: string, stored: unknown) => valueText(translate, stored, ofText);
  return changeWords(translate, part, { field, value, keyOf: (list) => keys[list] });
}

/**
 * One difference in the words of the histories; the softkeys of a call state key by key.
 * @param translate a translator of all areas
 */
function deviceChangeTexts(translate: Translate, { part, change }: DeviceChangeDto): string[] {
  const state = change.kind === "valueChanged" ? callStateAt(change.field) : null;
  if (change.kind === "valueChanged" && state !== null) {
    const [from, to] = [change.from as SoftkeyId[], change.to as SoftkeyId[]];
    return callStateChanges(state, from, to).map((key) => softkeyChangeText(translate, key));
  }
  return [wordsOf(translate, part).change(change as ContentChange)];
}

/** What differs between what a phone runs and what is saved, in words. */
export function deviceChangesText(translate: Translate, changes: readonly DeviceChangeDto[]): string[] {
  return changes.flatMap((change) => deviceChangeTexts(translate, change));
}
