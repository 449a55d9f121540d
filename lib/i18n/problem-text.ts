import { callStateKey, isCallState } from "@/lib/catalog/call-states";
import { isConfigurationKind } from "@/lib/configuration/dependencies";
import type { Problem } from "@/lib/configuration/problem";
import { buttonFeatureText, softkeyText } from "@/lib/i18n/catalogue-text";
import type { Translate } from "@/lib/i18n/translate";

/**
 * What is wrong, in the words of one language; names of the catalogue are translated too.
 * @param translate a translator of all areas
 */
export function problemText(translate: Translate, problem: Problem): string {
  const key = `problems.problem.${problem.code}`;
  if (!translate.has(key)) return problem.code;
  const params = Object.entries(problem.params ?? {}).map(([name, value]) => [
    name,
    shown(translate, name, value),
  ]);
  return translate(key, Object.fromEntries(params));
}

function shown(translate: Translate, name: string, value: string | number): string | number {
  if (name === "callState" && isCallState(value))
    return translate(`catalogue.callState.${callStateKey(value)}`);
  if (name === "softkey") return softkeyText(translate, value, "name");
  if (name === "feature") return buttonFeatureText(translate, value);
  if (name === "kind" && isConfigurationKind(value)) return translate(`catalogue.configurationKind.${value}`);
  return value;
}
