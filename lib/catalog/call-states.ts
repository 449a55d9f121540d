import { type MessageKey, messageKey } from "@/lib/catalog/message-key";

/** The twelve call states of a softkey template, in the order in which the console lists them [SK-07]. */
export const callStates = [
  "On Hook",
  "Connected",
  "On Hold",
  "Ring In",
  "Off Hook",
  "Connected Transfer",
  "Digits After First",
  "Connected Conference",
  "Ring Out",
  "Off Hook With Feature",
  "Remote In Use",
  "Connected No Feature",
] as const;
export type CallState = (typeof callStates)[number];

/** A value for each call state. */
export function perCallState<Value>(make: (state: CallState) => Value): Record<CallState, Value> {
  const values = callStates.map((state) => [state, make(state)]);
  return Object.fromEntries(values) as Record<CallState, Value>;
}

/** Verified in the AXL schema of releases 12.5 to 15. */
const mandatorySoftkeys = {
  "On Hook": "NewCall",
  Connected: "EndCall",
  "On Hold": "Resume",
  "Ring In": null,
  "Off Hook": "EndCall",
  "Connected Transfer": "Transfer",
  "Digits After First": "<<",
  "Connected Conference": "Confrn",
  "Ring Out": "EndCall",
  "Off Hook With Feature": "EndCall",
  "Remote In Use": null,
  "Connected No Feature": null,
} as const satisfies Record<CallState, string | null>;

/** A softkey that some call state cannot do without; always an id of the softkey catalogue. */
export type MandatorySoftkeyId = NonNullable<(typeof mandatorySoftkeys)[CallState]>;

/** The softkey that every layout of this call state must contain, or null when it may be empty. */
export function mandatorySoftkey(state: CallState): MandatorySoftkeyId | null {
  return mandatorySoftkeys[state];
}

/** True when the value is the exact name of a call state (no prototype key is one). */
export function isCallState(value: unknown): value is CallState {
  return callStates.some((state) => state === value);
}

export type CallStateKey = MessageKey<CallState>;

/** The key of a call state's name in the messages: `On Hook` → `onHook`. */
export function callStateKey(state: CallState): CallStateKey {
  return messageKey(state);
}
