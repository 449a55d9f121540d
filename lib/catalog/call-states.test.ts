import { expect, test } from "vitest";
import { callStateKey, callStates, isCallState, mandatorySoftkey } from "@/lib/catalog/call-states";
import { isAllowed } from "@/lib/catalog/softkeys";

test("[SK-07] there are twelve call states, each listed once", () => {
  expect(callStates).toHaveLength(12);
  expect(new Set(callStates).size).toBe(12);
});

test("only the exact names are call states, no prototype key is", () => {
  expect(callStates.every(isCallState)).toBe(true);
  for (const other of [
    "on hook",
    "On Hook ",
    "",
    "__proto__",
    "constructor",
    "toString",
    null,
    3,
    ["On Hook"],
  ]) {
    expect(isCallState(other)).toBe(false);
  }
});

test("nine call states have a mandatory softkey, and it may be placed there", () => {
  const mandatory = callStates.filter((state) => {
    const softkey = mandatorySoftkey(state);
    return softkey !== null && isAllowed(softkey, state);
  });
  expect(mandatory).toHaveLength(9);
  expect(callStates.filter((state) => mandatorySoftkey(state) === null)).toEqual([
    "Ring In",
    "Remote In Use",
    "Connected No Feature",
  ]);
});

test("the message key of a call state is its name in camel case", () => {
  expect(callStateKey("On Hook")).toBe("onHook");
  expect(callStateKey("Off Hook With Feature")).toBe("offHookWithFeature");
  expect(new Set(callStates.map(callStateKey)).size).toBe(12);
});
