import { describe, expect, test } from "vitest";
import { standardSoftkeyTemplates } from "@/lib/catalog/standard-softkey-templates";
import {
  checkChange,
  checkDelete,
  normalizeSoftkeyTemplate,
  validateSoftkeyTemplate,
  withCallStates,
} from "@/lib/configuration/softkey-template";
import { receptionTemplate, standardLayout } from "@/lib/configuration/testing/layouts";

const reception = receptionTemplate();
const user = standardLayout();

describe("[SK-02] the content of a template", () => {
  test.each(standardSoftkeyTemplates)("copied from $name is valid", ({ name, description, layout }) => {
    expect(validateSoftkeyTemplate({ name, description, isDefault: false, callStates: layout })).toEqual([]);
  });

  test("is refused with the problems of every field at once", () => {
    const problems = validateSoftkeyTemplate({
      name: "",
      description: "a".repeat(51),
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
    expect(normalizeSoftkeyTemplate(typed)).toEqual({
      ...typed,
      name: "Réception",
      description: "front desk",
    });
  });
});

test("[SK-09] a change replaces the call states that it names and keeps the others", () => {
  const changed = withCallStates(user, { "Ring Out": ["EndCall", "CallBack"], "On Hook": undefined });
  expect(changed).toEqual({ ...user, "Ring Out": ["EndCall", "CallBack"] });
  expect(withCallStates(user, {})).toEqual(user);
});

describe("a standard template", () => {
  const before = receptionTemplate({ name: "Standard User" });
  const standard = { isStandard: true };

  test("[SK-04] may be marked default and unmarked", () => {
    expect(checkChange(standard, before, { ...before, isDefault: true })).toEqual([]);
    expect(checkChange(standard, { ...before, isDefault: true }, before)).toEqual([]);
  });

  test("[SK-02] can only be copied: name, description and layout stay", () => {
    const after = receptionTemplate({
      description: "changed",
      callStates: { ...user, "Ring Out": ["EndCall", "CallBack"] },
    });
    const params = { name: "Standard User" };
    expect(checkChange(standard, before, after)).toEqual([
      { path: ["name"], code: "standardReadOnly", params },
      { path: ["description"], code: "standardReadOnly", params },
      { path: ["callStates"], code: "standardReadOnly", params },
    ]);
    expect(checkChange({ isStandard: false }, before, after)).toEqual([]);
  });

  test("cannot be deleted", () => {
    const problems = checkDelete({ name: "Standard User", isStandard: true, isDefault: false }, []);
    expect(problems.map((problem) => problem.code)).toEqual(["standardReadOnly"]);
  });
});

test("[SK-05] the default template cannot be deleted until the designation is removed", () => {
  const template = { name: reception.name, isStandard: false, isDefault: true };
  expect(checkDelete(template, [])).toEqual([
    { path: ["isDefault"], code: "isDefaultTemplate", params: { name: "Reception" } },
  ]);
  expect(checkDelete({ ...template, isDefault: false }, [])).toEqual([]);
});

test("a template that something uses cannot be deleted, and the problem counts the users", () => {
  const template = { name: reception.name, isStandard: false, isDefault: false };
  expect(checkDelete(template, [{}, {}])).toEqual([
    { path: [], code: "inUse", params: { name: "Reception", count: 2 } },
  ]);
});
