import { type CallState, callStateKey, isCallState } from "@/lib/catalog/call-states";
import type { Translate } from "@/lib/i18n/translate";

/** The name of a call state in the person's language. */
export function callStateName(translate: Translate, state: CallState): string {
  return translate(`catalogue.callState.${callStateKey(state)}`);
}

const callStateField = "callStates.";

/** The call state whose softkeys are at a path, or null when something else is. */
export function callStateAt(path: string) {
  const state = path.startsWith(callStateField) ? path.slice(callStateField.length) : "";
  return isCallState(state) ? state : null;
}

/** The name of a field of a kind, by its path with dots; the path where it has none. */
export function fieldName(translate: Translate, kind: string, path: string): string {
  const state = callStateAt(path);
  if (state !== null) return callStateName(translate, state);
  const keys = [`${kind}.field.${path}`, `configuration.field.${path}`, `common.${path}`];
  const known = keys.find((key) => translate.has(key));
  return known === undefined ? path : translate(known);
}
