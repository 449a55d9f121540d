import { isCallState } from "@/lib/catalog/call-states";
import { blankSoftkey } from "@/lib/catalog/softkey-key";
import type { SoftkeyId } from "@/lib/catalog/softkeys";
import type { SoftkeyTemplateChange } from "@/lib/configuration/softkey-template-difference";
import { softkeyText } from "@/lib/i18n/catalogue-text";
import { callStateName } from "@/lib/i18n/field-name";
import type { Translate } from "@/lib/i18n/translate";

/** A softkey as the phone labels it; the blank key is called blank. */
export function softkeyLabel(translate: Translate, softkey: SoftkeyId): string {
  if (softkey === blankSoftkey) return translate("softkeyTemplate.blankLabel");
  return softkeyText(translate, softkey, "label");
}

/** A softkey as lists name it: "Call Back (CallBack)". */
export function softkeyName(translate: Translate, softkey: SoftkeyId): string {
  if (softkey === blankSoftkey) return translate("softkeyTemplate.blankName");
  return softkeyText(translate, softkey, "name");
}

/** People count positions from 1, and read call states and softkeys in their language. */
function shown(translate: Translate, name: string, value: string | number): string | number {
  if (typeof value === "number") return value + 1;
  if (name === "callState" && isCallState(value)) return callStateName(translate, value);
  if (name === "softkey") return softkeyLabel(translate, value as SoftkeyId);
  return value;
}

/** A change that no other kind has: a new name is told alike of all. */
type OwnChange = Exclude<SoftkeyTemplateChange, { kind: "renamed" }>;

function textKey(change: OwnChange): string {
  if (change.kind !== "descriptionChanged") return change.kind;
  if (change.from === "") return "descriptionAdded";
  return change.to === "" ? "descriptionRemoved" : "descriptionChanged";
}

/**
 * One change in the words of the domain: "On Hook: CallBack moved from 5 to 2".
 * @param translate a translator of all areas
 */
export function softkeyChangeText(translate: Translate, change: OwnChange): string {
  const { kind: _kind, ...values } = change;
  const params = Object.entries(values).map(([name, value]) => [name, shown(translate, name, value)]);
  return translate(`softkeyTemplate.change.${textKey(change)}`, Object.fromEntries(params));
}
