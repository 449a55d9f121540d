import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { callStates } from "@/lib/catalog/call-states";
import { softkeyIds } from "@/lib/catalog/softkeys";
import { compareContents, mergedContent } from "@/lib/configuration/content-merge";
import { type SoftkeyLayout, withCallStates } from "@/lib/configuration/softkey-layout";
import {
  type LayoutEdit,
  moveSoftkey,
  selectSoftkey,
  unselectedSoftkeys,
  unselectSoftkey,
} from "@/lib/configuration/softkey-layout-edit";
import { softkeyTemplateRules } from "@/lib/configuration/softkey-template-rules";
import { layouts } from "@/lib/configuration/testing/arbitraries";
import { layoutProblems, receptionTemplate, standardLayout } from "@/lib/configuration/testing/layouts";

const user = standardLayout();
const { shape } = softkeyTemplateRules;

function code(edit: LayoutEdit): string {
  return edit.ok ? "ok" : edit.problem.code;
}

describe("[SK-08] the right arrow", () => {
  test("adds a key at the end, or where it is put, and says where it is", () => {
    const last = selectSoftkey(user, "On Hook", "CallBack");
    expect(last).toMatchObject({ ok: true, position: 3 });
    expect(last.ok && last.layout["On Hook"]).toEqual(["Redial", "NewCall", "CFwdAll", "CallBack"]);
    const first = selectSoftkey(user, "On Hook", "CallBack", 0);
    expect(first.ok && first.layout["On Hook"]).toEqual(["CallBack", "Redial", "NewCall", "CFwdAll"]);
  });

  test("leaves the other call states and the layout it started from as they were", () => {
    const before = structuredClone(user);
    const edit = selectSoftkey(user, "Ring Out", "CallBack");
    expect(user).toEqual(before);
    expect(edit.ok && edit.layout["On Hook"]).toBe(user["On Hook"]);
  });

  test("refuses a key that is not allowed, is there already, or finds no room", () => {
    expect(code(selectSoftkey(user, "Connected", "CallBack"))).toBe("softkeyNotAllowed");
    expect(code(selectSoftkey(user, "On Hook", "Redial"))).toBe("softkeyDuplicate");
    const full = {
      ...user,
      "On Hook": ["NewCall" as const, ...new Array<"Undefined">(15).fill("Undefined")],
    };
    expect(code(selectSoftkey(full, "On Hook", "CallBack"))).toBe("tooManySoftkeys");
    expect(code(selectSoftkey(full, "On Hook", "Undefined"))).toBe("tooManySoftkeys");
  });

  test("refuses a position outside the list", () => {
    for (const position of [-1, 4, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(code(selectSoftkey(user, "On Hook", "CallBack", position))).toBe("positionOutOfRange");
    }
  });
});

describe("[SK-08] the left arrow", () => {
  test("takes a key back and points at the key that follows, else at the last", () => {
    const edit = unselectSoftkey(user, "On Hook", 0);
    expect(edit).toMatchObject({ ok: true, position: 0 });
    expect(edit.ok && edit.layout["On Hook"]).toEqual(["NewCall", "CFwdAll"]);
    expect(unselectSoftkey(user, "On Hook", 2)).toMatchObject({ ok: true, position: 1 });
    expect(unselectSoftkey(user, "Ring In", 0)).toMatchObject({ ok: true, position: -1 });
  });

  test("leaves a mandatory key where it is", () => {
    expect(unselectSoftkey(user, "On Hook", 1)).toEqual({
      ok: false,
      problem: {
        path: ["callStates", "On Hook"],
        code: "mandatorySoftkeyMissing",
        params: { softkey: "NewCall", callState: "On Hook" },
      },
    });
  });

  test("refuses a position without a key", () => {
    for (const position of [-1, 3, Number.NaN]) {
      expect(code(unselectSoftkey(user, "On Hook", position))).toBe("positionOutOfRange");
    }
  });
});

describe("[SK-08] the up and down arrows", () => {
  test("move a key and keep the order of the others", () => {
    const up = moveSoftkey(user, "Connected", 3, 1);
    expect(up.ok && up.layout.Connected).toEqual(["Hold", "Confrn", "EndCall", "Transfer"]);
    const down = moveSoftkey(user, "Connected", 0, 3);
    expect(down.ok && down.layout.Connected).toEqual(["EndCall", "Transfer", "Confrn", "Hold"]);
    expect(up).toMatchObject({ position: 1 });
  });

  test("refuse positions without a key", () => {
    expect(code(moveSoftkey(user, "Connected", 4, 0))).toBe("positionOutOfRange");
    expect(code(moveSoftkey(user, "Connected", 0, 4))).toBe("positionOutOfRange");
    expect(code(moveSoftkey(user, "Connected", 0, -1))).toBe("positionOutOfRange");
  });
});

test("[SK-08] unselected are the keys of the call state that are not selected, and always the blank one", () => {
  expect(unselectedSoftkeys(user, "Ring Out")).toContain("CallBack");
  expect(unselectedSoftkeys(user, "Ring Out")).not.toContain("EndCall");
  expect(unselectedSoftkeys(user, "Ring Out")).toContain("Undefined");
  expect(unselectedSoftkeys(user, "Connected")).not.toContain("CallBack");
});

const states = fc.constantFrom(...callStates);
const positions = fc.integer({ min: -1, max: 17 });
type Step = (layout: SoftkeyLayout) => SoftkeyLayout;

function resultOf(layout: SoftkeyLayout, edit: LayoutEdit): SoftkeyLayout {
  return edit.ok ? edit.layout : layout;
}

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(states, fc.constantFrom(...softkeyIds), fc.option(positions, { nil: undefined })).map(
    ([state, softkey, position]): Step =>
      (layout) =>
        resultOf(layout, selectSoftkey(layout, state, softkey, position)),
  ),
  fc.tuple(states, positions).map(
    ([state, position]): Step =>
      (layout) =>
        resultOf(layout, unselectSoftkey(layout, state, position)),
  ),
  fc.tuple(states, positions, positions).map(
    ([state, from, to]): Step =>
      (layout) =>
        resultOf(layout, moveSoftkey(layout, state, from, to)),
  ),
  fc.tuple(layouts, fc.subarray([...callStates])).map(
    ([other, some]): Step =>
      (layout) =>
        withCallStates(layout, Object.fromEntries(some.map((state) => [state, other[state]]))),
  ),
  fc.tuple(layouts, layouts).map(
    ([base, theirs]): Step =>
      (layout) =>
        mergedContent(
          shape,
          compareContents(
            shape,
            receptionTemplate({ callStates: base }),
            receptionTemplate({ callStates: theirs }),
            receptionTemplate({ callStates: layout }),
          ),
        ).callStates,
  ),
);

test("[SK-08] [SK-09] no sequence of selects, unselects, moves, copies and merges yields an invalid layout", () => {
  fc.assert(
    fc.property(layouts, fc.array(steps, { maxLength: 30 }), (start, sequence) => {
      let layout = start;
      for (const step of sequence) {
        layout = step(layout);
        expect(layoutProblems(layout)).toEqual([]);
      }
    }),
  );
});

test("[SK-08] selecting and taking back, and moving there and back, restore the layout", () => {
  fc.assert(
    fc.property(layouts, states, fc.nat(15), fc.nat(15), (layout, state, one, other) => {
      const moved = moveSoftkey(layout, state, one, other);
      if (moved.ok) expect(moveSoftkey(moved.layout, state, other, one)).toMatchObject({ ok: true, layout });
      const [softkey = "Undefined"] = unselectedSoftkeys(layout, state);
      const selected = selectSoftkey(layout, state, softkey, one);
      if (selected.ok)
        expect(unselectSoftkey(selected.layout, state, one)).toMatchObject({ ok: true, layout });
    }),
  );
});
