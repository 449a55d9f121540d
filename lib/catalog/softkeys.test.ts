import { expect, test } from "vitest";
import { callStates } from "@/lib/catalog/call-states";
import { blankSoftkey, softkeyKey } from "@/lib/catalog/softkey-key";
import {
  allowedSoftkeys,
  isAllowed,
  isSoftkeyId,
  softkeyCatalogue,
  softkeyIds,
} from "@/lib/catalog/softkeys";

test("[SK-01] CallBack may be placed in exactly three call states: On Hook, Ring Out, Connected Transfer", () => {
  const allowed = callStates.filter((state) => isAllowed("CallBack", state));
  expect(new Set(allowed)).toEqual(new Set(["On Hook", "Ring Out", "Connected Transfer"]));
  expect([...softkeyCatalogue.CallBack.allowedIn.values()]).toEqual(["verified", "verified", "verified"]);
});

test("the catalogue has one entry an id and no other", () => {
  expect(Object.keys(softkeyCatalogue)).toEqual([...softkeyIds]);
  expect(new Set(softkeyIds).size).toBe(softkeyIds.length);
});

test("[SK-08] each call state offers its own softkeys, and the blank key everywhere", () => {
  for (const state of callStates) {
    const offered = allowedSoftkeys(state);
    expect(offered).toContain(blankSoftkey);
    expect(offered).toEqual(softkeyIds.filter((id) => softkeyCatalogue[id].allowedIn.has(state)));
  }
  expect(allowedSoftkeys("Digits After First")).toContain("<<");
  expect(allowedSoftkeys("On Hook")).not.toContain("<<");
});

test("only exact ids are softkeys, no prototype key is", () => {
  expect(softkeyIds.every(isSoftkeyId)).toBe(true);
  for (const other of [
    "callback",
    "CallBack ",
    "",
    "__proto__",
    "constructor",
    undefined,
    65,
    ["CallBack"],
  ]) {
    expect(isSoftkeyId(other)).toBe(false);
  }
});

test("the softkey file numbers of CallBack are those of the reference", () => {
  expect(softkeyCatalogue.CallBack).toMatchObject({
    tag: 65,
    eventId: 20,
    helpId: 320,
    numbersFrom: "UCMNZ",
  });
});

test("names tell the label when it differs, and the blank key has none", () => {
  expect(softkeyCatalogue.CallBack.name).toBe("Call Back (CallBack)");
  expect(softkeyCatalogue.Redial.name).toBe("Redial");
  expect(softkeyCatalogue.Undefined).toMatchObject({ name: "Undefined", label: "" });
  const unlabelled = softkeyIds.filter((id) => softkeyCatalogue[id].label === "");
  expect(unlabelled).toEqual([blankSoftkey]);
});

test("the wire numbers of two softkeys never coincide", () => {
  for (const number of ["tag", "eventId", "helpId"] as const) {
    const known = softkeyIds.map((id) => softkeyCatalogue[id][number]).filter((value) => value !== null);
    expect(new Set(known).size).toBe(known.length);
  }
});

test("message keys of softkeys are distinct and safe in a message path", () => {
  const keys = softkeyIds.map(softkeyKey);
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(key).toMatch(/^[A-Za-z]+$/);
  expect(softkeyKey("<<")).toBe("backspace");
});
