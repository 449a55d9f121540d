import { buttonFeatureKey, isButtonFeature } from "@/lib/catalog/button-features";
import { callStateKey, isCallState } from "@/lib/catalog/call-states";
import { isSoftkeyId, softkeyKey } from "@/lib/catalog/softkeys";
import { isConfigurationKind } from "@/lib/configuration/dependencies";
import type { Problem } from "@/lib/configuration/problem";

/** The part of a translator that is needed here; both the browser's and the server's have it. */
export interface Translate {
  (key: string, values?: Record<string, string | number>): string;
  has: (key: string) => boolean;
}

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
  if (name === "softkey" && isSoftkeyId(value))
    return translate(`catalogue.softkey.${softkeyKey(value)}.name`);
  if (name === "feature" && isButtonFeature(value))
    return translate(`catalogue.buttonFeature.${buttonFeatureKey(value)}`);
  if (name === "kind" && isConfigurationKind(value)) return translate(`catalogue.configurationKind.${value}`);
  return value;
}
