import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { callStates } from "@/lib/catalog/call-states";
import { validateSoftkeyTemplate } from "@/lib/configuration/softkey-template";
import { mergeSoftkeyTemplate } from "@/lib/configuration/softkey-template-merge";
import { contents, variantsOf } from "@/lib/configuration/testing/arbitraries";
import { receptionTemplate, standardLayout } from "@/lib/configuration/testing/layouts";

const base = receptionTemplate();
const triples = contents.chain((start) => fc.tuple(fc.constant(start), variantsOf(start), variantsOf(start)));

test("[SK-09] changes of different fields and call states come together; in a conflict yours is kept", () => {
  const theirs = receptionTemplate({
    name: "Front desk",
    description: "theirs",
    callStates: { ...standardLayout(), "On Hook": ["NewCall", "CallBack"], "Ring In": [] },
  });
  const yours = receptionTemplate({
    description: "yours",
    callStates: { ...standardLayout(), "Ring Out": ["EndCall", "CallBack"], "Ring In": [] },
  });
  const { fields, merged } = mergeSoftkeyTemplate(base, theirs, yours);
  const statusOf = (name: string) => fields.find((field) => field.field === name)?.status;
  expect(["name", "description", "isDefault", "On Hook", "Ring Out", "Ring In"].map(statusOf)).toEqual([
    "theirs",
    "conflict",
    "same",
    "theirs",
    "yours",
    "agreed",
  ]);
  expect(merged).toEqual({
    name: "Front desk",
    description: "yours",
    isDefault: false,
    callStates: {
      ...standardLayout(),
      "On Hook": ["NewCall", "CallBack"],
      "Ring Out": ["EndCall", "CallBack"],
      "Ring In": [],
    },
  });
});

test("the view names the fields and the twelve call states, each with all three values", () => {
  const { fields } = mergeSoftkeyTemplate(base, base, base);
  expect(fields.map((field) => field.field)).toEqual(["name", "description", "isDefault", ...callStates]);
  expect(fields[0]).toEqual({
    field: "name",
    base: "Reception",
    theirs: "Reception",
    yours: "Reception",
    status: "same",
  });
});

describe("whatever was changed", () => {
  test("they changed nothing: the merge is yours", () => {
    fc.assert(
      fc.property(triples, ([start, , yours]) => {
        expect(mergeSoftkeyTemplate(start, start, yours).merged).toEqual(yours);
      }),
    );
  });

  test("you changed nothing: the merge is theirs", () => {
    fc.assert(
      fc.property(triples, ([start, theirs]) => {
        expect(mergeSoftkeyTemplate(start, theirs, start).merged).toEqual(theirs);
      }),
    );
  });

  test("both made the same change: the merge is it, without a conflict", () => {
    fc.assert(
      fc.property(triples, ([start, theirs]) => {
        const { fields, merged } = mergeSoftkeyTemplate(start, theirs, structuredClone(theirs));
        expect(merged).toEqual(theirs);
        expect(fields.every((field) => field.status === "same" || field.status === "agreed")).toBe(true);
      }),
    );
  });

  test("without a conflict it makes no difference who saved first", () => {
    fc.assert(
      fc.property(triples, ([start, theirs, yours]) => {
        const one = mergeSoftkeyTemplate(start, theirs, yours);
        if (one.fields.some((field) => field.status === "conflict")) return;
        expect(mergeSoftkeyTemplate(start, yours, theirs).merged).toEqual(one.merged);
      }),
    );
  });

  test("the merge is a valid template, and saving it on top of theirs is no stale save", () => {
    fc.assert(
      fc.property(triples, ([start, theirs, yours]) => {
        const { merged } = mergeSoftkeyTemplate(start, theirs, yours);
        expect(validateSoftkeyTemplate(merged)).toEqual([]);
        expect(mergeSoftkeyTemplate(theirs, theirs, merged).merged).toEqual(merged);
      }),
    );
  });
});
