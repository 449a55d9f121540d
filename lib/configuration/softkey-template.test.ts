import { describe, expect, test } from "vitest";
import { standardSoftkeyTemplates } from "@/lib/catalog/standard-softkey-templates";
import { checkDeletable } from "@/lib/configuration/change-rules";
import { compareContents, mergedContent } from "@/lib/configuration/content-merge";
import { withPatch } from "@/lib/configuration/content-patch";
import { checkSoftkeyTemplateChange, copiedSoftkeyTemplate } from "@/lib/configuration/softkey-template";
import { softkeyTemplateRules } from "@/lib/configuration/softkey-template-rules";
import { known } from "@/lib/configuration/testing/cluster";
import { receptionTemplate, standardLayout } from "@/lib/configuration/testing/layouts";

const reception = receptionTemplate();
const user = standardLayout();
const { shape, normalize } = softkeyTemplateRules;
const problemsOf = (candidate: unknown) => softkeyTemplateRules.validate(candidate, known);

describe("[SK-02] the content of a template", () => {
  test.each(standardSoftkeyTemplates)("copied from $name is valid", ({ name, description, layout }) => {
    expect(problemsOf({ name, description, isDefault: false, callStates: layout })).toEqual([]);
  });

  test("is refused with the problems of every field at once", () => {
    const problems = problemsOf({
      name: "",
      description: "a".repeat(129),
      isDefault: "yes",
      callStates: { ...user, "On Hook": [] },
      colour: "red",
    });
    expect(problems.map((problem) => [problem.path.join("."), problem.code])).toEqual([
      ["colour", "unknownField"],
      ["name", "required"],
      ["description", "descriptionTooLong"],
      ["isDefault", "wrongType"],
      ["callStates.On Hook", "mandatorySoftkeyMissing"],
    ]);
  });

  test("is stored with name and description trimmed and composed", () => {
    const typed = receptionTemplate({ name: "  Re\u0301ception ", description: " front desk " });
    expect(normalize(typed)).toEqual({
      ...typed,
      name: "Réception",
      description: "front desk",
    });
  });
});

test("[SK-09] a change replaces the call states that it names and keeps the others", () => {
  const change = { callStates: { "Ring Out": ["EndCall", "CallBack"], "On Hook": undefined } };
  expect(withPatch(reception, change)).toEqual(
    receptionTemplate({ callStates: { ...user, "Ring Out": ["EndCall", "CallBack"] } }),
  );
});

test("[SK-02] [SK-04] a copy has everything of its source but the name and the default mark", () => {
  const source = receptionTemplate({ description: "copied", isDefault: true });
  expect(copiedSoftkeyTemplate(source, { name: "Copy" })).toEqual({
    ...source,
    name: "Copy",
    isDefault: false,
  });
});

test("[SK-09] in a stale save each call state is a field of its own, taken whole from one side", () => {
  const theirs = receptionTemplate({
    description: "theirs",
    callStates: { ...user, "On Hook": ["NewCall", "CallBack"], "Ring In": [] },
  });
  const yours = receptionTemplate({
    description: "yours",
    callStates: { ...user, "Ring Out": ["EndCall", "CallBack"], "Ring In": [] },
  });
  const fields = compareContents(shape, reception, theirs, yours);
  expect(
    fields.filter(({ status }) => status !== "same").map(({ field, status }) => [field, status]),
  ).toEqual([
    ["description", "conflict"],
    ["callStates.On Hook", "theirs"],
    ["callStates.Ring In", "agreed"],
    ["callStates.Ring Out", "yours"],
  ]);
  expect(mergedContent(shape, fields)).toEqual(
    receptionTemplate({
      description: "yours",
      callStates: {
        ...user,
        "On Hook": ["NewCall", "CallBack"],
        "Ring Out": ["EndCall", "CallBack"],
        "Ring In": [],
      },
    }),
  );
});

describe("a standard template", () => {
  const before = receptionTemplate({ name: "Standard User" });
  const standard = { isStandard: true };

  test("[SK-04] may be marked default and unmarked", () => {
    expect(checkSoftkeyTemplateChange(standard, before, { ...before, isDefault: true })).toEqual([]);
    expect(checkSoftkeyTemplateChange(standard, { ...before, isDefault: true }, before)).toEqual([]);
  });

  test("[SK-02] can only be copied: name, description and layout stay", () => {
    const after = receptionTemplate({
      description: "changed",
      callStates: { ...user, "Ring Out": ["EndCall", "CallBack"] },
    });
    const params = { name: "Standard User" };
    expect(checkSoftkeyTemplateChange(standard, before, after)).toEqual([
      { path: ["name"], code: "standardReadOnly", params },
      { path: ["description"], code: "standardReadOnly", params },
      { path: ["callStates"], code: "standardReadOnly", params },
    ]);
    expect(checkSoftkeyTemplateChange({ isStandard: false }, before, after)).toEqual([]);
  });

  test("cannot be deleted", () => {
    const problems = checkDeletable({ name: "Standard User", isStandard: true }, 0);
    expect(problems.map((problem) => problem.code)).toEqual(["standardReadOnly"]);
  });
});

test("[SK-05] the default template cannot be deleted until the designation is removed", () => {
  expect(checkDeletable({ name: reception.name, isDefault: true }, 0)).toEqual([
    { path: ["isDefault"], code: "isDefaultTemplate", params: { name: "Reception" } },
  ]);
  expect(checkDeletable({ name: reception.name, isDefault: false }, 0)).toEqual([]);
});

test("a template that something uses cannot be deleted, and the problem counts the users", () => {
  expect(checkDeletable({ name: reception.name }, 2)).toEqual([
    { path: [], code: "inUse", params: { name: "Reception", count: 2 } },
  ]);
});
