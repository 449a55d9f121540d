import { describe, expect, test } from "vitest";
import { changedCallStates, editsSince } from "@/components/softkey-template/layout-edits";
import { moveSoftkey } from "@/lib/configuration/softkey-layout-edit";
import { receptionTemplate } from "@/lib/configuration/testing/layouts";

const stored = receptionTemplate();

function moved(layout: typeof stored.callStates, from: number, to: number) {
  const edit = moveSoftkey(layout, "On Hook", from, to);
  if (!edit.ok) throw new Error("the move was refused");
  return edit.layout;
}

describe("[SK-09] what stays unsaved after a save", () => {
  const sent = moved(stored.callStates, 0, 1);

  test("is nothing when nothing was edited meanwhile", () => {
    expect(editsSince(sent, sent, sent)).toEqual({});
  });

  test("is what was edited meanwhile, in this call state and in others", () => {
    const now = { ...moved(sent, 1, 2), "Off Hook": [] };
    expect(editsSince(sent, now, sent)).toEqual({ "On Hook": now["On Hook"], "Off Hook": [] });
  });

  test("is the old order when the saved move was taken back meanwhile", () => {
    const taken = moved(sent, 1, 0);
    expect(editsSince(sent, taken, sent)).toEqual({ "On Hook": stored.callStates["On Hook"] });
  });

  test("leaves what somebody else had stored and the save took over", () => {
    expect(editsSince(sent, sent, { ...sent, "Off Hook": [] })).toEqual({});
  });
});

describe("[SK-09] what the editor has changed", () => {
  test("is nothing when nothing changed", () => {
    expect(changedCallStates(stored.callStates, { ...stored.callStates })).toEqual({});
  });

  test("are only the call states whose softkeys or order changed", () => {
    expect(changedCallStates(stored.callStates, moved(stored.callStates, 0, 1))).toEqual({
      "On Hook": ["NewCall", "Redial", "CFwdAll"],
    });
  });

  test("is nothing again when a move is taken back", () => {
    const callStates = moved(moved(stored.callStates, 0, 1), 1, 0);
    expect(changedCallStates(stored.callStates, callStates)).toEqual({});
  });
});
