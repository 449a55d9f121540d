import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { callStates } from "@/lib/catalog/call-states";
import { allowedSoftkeys } from "@/lib/catalog/softkeys";
import { standardSoftkeyTemplates } from "@/lib/catalog/standard-softkey-templates";
import { patchProblems } from "@/lib/configuration/patch-problems";
import { softkeyTemplateRules } from "@/lib/configuration/softkey-template-rules";
import { layouts } from "@/lib/configuration/testing/arbitraries";
import { layoutProblems, standardLayout } from "@/lib/configuration/testing/layouts";

const user = standardLayout();

describe("a layout", () => {
  test.each(standardSoftkeyTemplates)("of the standard template $name is valid", ({ layout }) => {
    expect(layoutProblems(layout)).toEqual([]);
  });

  test("[SK-01] takes CallBack in On Hook, Ring Out and Connected Transfer and refuses it elsewhere", () => {
    for (const state of callStates) {
      const problems = layoutProblems({ ...user, [state]: [...user[state], "CallBack"] });
      const isPlace = ["On Hook", "Ring Out", "Connected Transfer"].includes(state);
      const refusal = {
        path: ["callStates", state, user[state].length],
        code: "softkeyNotAllowed",
        params: { softkey: "CallBack", callState: state },
      };
      expect(problems).toEqual(isPlace ? [] : [refusal]);
    }
  });

  test("[SK-07] has all twelve call states and no other", () => {
    const { "On Hook": _onHook, ...eleven } = user;
    expect(layoutProblems(eleven)).toEqual([{ path: ["callStates", "On Hook"], code: "required" }]);
    expect(layoutProblems({ ...user, Busy: [] })).toEqual([
      { path: ["callStates", "Busy"], code: "unknownCallState", params: { callState: "Busy" } },
    ]);
  });

  test("names the position of a softkey that does not exist", () => {
    expect(layoutProblems({ ...user, "On Hook": ["NewCall", "Recall"] })).toEqual([
      { path: ["callStates", "On Hook", 1], code: "unknownSoftkey", params: { softkey: "Recall" } },
    ]);
  });

  test("has no softkey twice in one call state, except the blank one", () => {
    const params = { softkey: "Redial", callState: "On Hook" };
    expect(layoutProblems({ ...user, "On Hook": ["Redial", "NewCall", "Redial"] })).toEqual([
      { path: ["callStates", "On Hook", 2], code: "softkeyDuplicate", params },
    ]);
    expect(layoutProblems({ ...user, "On Hook": ["Undefined", "NewCall", "Undefined"] })).toEqual([]);
  });

  test("is refused without the mandatory softkey of a call state", () => {
    expect(layoutProblems({ ...user, "On Hook": ["Redial"] })).toEqual([
      {
        path: ["callStates", "On Hook"],
        code: "mandatorySoftkeyMissing",
        params: { softkey: "NewCall", callState: "On Hook" },
      },
    ]);
    expect(
      layoutProblems({ ...user, "Ring In": [], "Remote In Use": [], "Connected No Feature": [] }),
    ).toEqual([]);
  });

  test("[SK-08] has at most 16 softkeys in a call state, blanks included", () => {
    const blanks = (count: number) => ["NewCall", ...new Array<string>(count).fill("Undefined")];
    expect(layoutProblems({ ...user, "On Hook": blanks(15) })).toEqual([]);
    expect(layoutProblems({ ...user, "On Hook": blanks(16) })).toEqual([
      {
        path: ["callStates", "On Hook"],
        code: "tooManySoftkeys",
        params: { callState: "On Hook", limit: 16, count: 17 },
      },
    ]);
    expect(allowedSoftkeys("Connected").length).toBeGreaterThan(16);
  });
});

test("[SK-09] a change of some call states need not name the others", () => {
  const problems = (change: object) =>
    patchProblems(softkeyTemplateRules.shape, { callStates: change }, []).map(
      ({ path, code }) => `${path.join(".")} ${code}`,
    );
  expect(problems({ "Ring Out": ["EndCall", "CallBack"] })).toEqual([]);
  expect(problems({ "Ring Out": ["CallBack"] })).toEqual(["callStates.Ring Out mandatorySoftkeyMissing"]);
  expect(problems({ Busy: [] })).toEqual(["callStates.Busy unknownCallState"]);
});

test("[SK-07] any layout made by the rules is valid, and no longer when one call state is taken away", () => {
  fc.assert(
    fc.property(layouts, fc.constantFrom(...callStates), (layout, state) => {
      expect(layoutProblems(layout)).toEqual([]);
      const { [state]: _taken, ...rest } = layout;
      expect(layoutProblems(rest)).toEqual([{ path: ["callStates", state], code: "required" }]);
    }),
  );
});
