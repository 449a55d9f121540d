import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { echo, problemCodes } from "@/lib/configuration/problem";
import { validateCallState } from "@/lib/configuration/softkey-layout";
import { softkeyTemplateRules } from "@/lib/configuration/softkey-template-rules";
import { known } from "@/lib/configuration/testing/cluster";
import { layoutProblems, receptionTemplate, standardLayout } from "@/lib/configuration/testing/layouts";

const user = standardLayout();
const templateProblems = (candidate: unknown) => softkeyTemplateRules.validate(candidate, known);

function codes(problems: readonly { code: string }[]): string[] {
  return problems.map((problem) => problem.code);
}

describe("prototype keys", () => {
  test("are unknown call states and unknown fields, as they come out of JSON", () => {
    const layout: unknown = JSON.parse(`{ "__proto__": ["NewCall"], ${JSON.stringify(user).slice(1)}`);
    expect(layoutProblems(layout)).toEqual([
      { path: ["callStates", "__proto__"], code: "unknownCallState", params: { callState: "__proto__" } },
    ]);
    const template: unknown = JSON.parse(
      `{ "constructor": {}, "__proto__": 1, ${JSON.stringify(receptionTemplate()).slice(1)}`,
    );
    expect(codes(templateProblems(template))).toEqual(["unknownField", "unknownField"]);
  });

  test("do not stand in for call states or fields that are absent", () => {
    expect(codes(layoutProblems(Object.create(user)))).toEqual(new Array(12).fill("required"));
    expect(codes(templateProblems(Object.create(receptionTemplate())))).toContain("required");
  });

  test("are unknown softkeys", () => {
    const softkeys = ["__proto__", "constructor", "toString", "NewCall"];
    expect(codes(validateCallState("On Hook", softkeys))).toEqual(new Array(3).fill("unknownSoftkey"));
  });
});

describe("values of other types", () => {
  test.each([null, 3, true, "On Hook", [], () => user])("%s is no layout and no template", (value) => {
    expect(codes(layoutProblems(value))).toEqual(["wrongType"]);
    expect(codes(templateProblems(value))).toEqual(["wrongType"]);
  });

  test.each([null, "NewCall", { 0: "NewCall", length: 1 }, 3])("%s is no list of softkeys", (value) => {
    expect(codes(layoutProblems({ ...user, "On Hook": value }))).toEqual(["wrongType"]);
  });

  test("inside a list each has its own problem, holes included", () => {
    const holes = new Array<unknown>(2);
    expect(codes(validateCallState("Ring In", [null, 3, ["Answer"], {}, ...holes]))).toEqual(
      new Array(6).fill("wrongType"),
    );
  });
});

test("huge input is refused with few and short problems", () => {
  const huge = "a".repeat(10_000);
  const problems = [
    ...validateCallState("On Hook", new Array(100_000).fill(huge)),
    ...layoutProblems({ ...user, [huge]: [] }),
    ...templateProblems({ ...receptionTemplate({ name: huge }), [huge]: 1 }),
  ];
  expect(problems.length).toBeLessThan(25);
  expect(JSON.stringify(problems).length).toBeLessThan(10_000);
});

test("what a problem repeats is short, well-formed and not cut inside a character", () => {
  expect(echo("Recall")).toBe("Recall");
  expect(echo("\ud800")).toBe("\ufffd");
  expect(echo("😀".repeat(100))).toBe(`${"😀".repeat(60)}…`);
  expect(echo({})).toBe("object");
});

test("no value at all makes the rules throw, and every problem has a known code and a plain path", () => {
  const keys = fc.oneof(
    fc.constantFrom(...Object.keys(user), "name", "callStates", "__proto__"),
    fc.string(),
  );
  const values = fc.anything({ key: keys, maxDepth: 3, withNullPrototype: true, withSparseArray: true });
  fc.assert(
    fc.property(values, values, (value, layout) => {
      const problems = [
        ...layoutProblems(value),
        ...templateProblems(value),
        ...templateProblems({ ...receptionTemplate(), callStates: layout }),
      ];
      for (const problem of problems) {
        expect(problemCodes).toContain(problem.code);
        expect(JSON.parse(JSON.stringify(problem))).toEqual(problem);
      }
    }),
  );
});
