import { expect, test } from "vitest";
import type { CallState } from "@/lib/catalog/call-states";
import { isAllowed, isSoftkeyId, type SoftkeyId, softkeyCatalogue } from "@/lib/catalog/softkeys";

/** What the softkey files that are published have in their call states; see docs/sources.md. */
const published: Partial<Record<CallState, readonly SoftkeyId[]>> = {
  "On Hook": ["Redial", "NewCall", "DND", "CFwdAll", "CallBack"],
  "Off Hook": ["Redial", "EndCall", "PickUp"],
  "Off Hook With Feature": ["Redial", "EndCall"],
  "Digits After First": ["<<", "EndCall"],
  "Ring Out": ["Undefined", "EndCall", "CallBack"],
  Connected: ["Hold", "EndCall", "Transfer", "Confrn", "ConfList", "Park"],
  "Connected No Feature": ["Undefined", "EndCall"],
  "Connected Transfer": ["Undefined", "EndCall", "Transfer"],
  "Connected Conference": ["Undefined", "EndCall", "Confrn", "ConfList"],
  "On Hold": ["Resume", "NewCall"],
  "Ring In": ["Answer", "iDivert"],
};

test("[SK-08] whatever softkey files of phones have in a call state may be placed there", () => {
  for (const [state, softkeys] of Object.entries(published))
    for (const softkey of softkeys)
      expect([state, softkey, isAllowed(softkey, state as CallState)]).toEqual([state, softkey, true]);
  expect(Object.values(published).flat().every(isSoftkeyId)).toBe(true);
});

test("what only files have is marked as no word of the maker", () => {
  expect(softkeyCatalogue.ConfList.allowedIn.get("Connected Conference")).toBe("oneSource");
  expect(softkeyCatalogue.ConfList.allowedIn.get("Connected")).toBe("verified");
});
