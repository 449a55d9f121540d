import { callStates } from "@/lib/catalog/call-states";
import { echo, type Problem } from "@/lib/configuration/problem";
import {
  type SoftkeyLayout,
  type SoftkeyLayoutPatch,
  sameSoftkeys,
  validateLayout,
} from "@/lib/configuration/softkey-layout";
import { checkDescription, checkName, normalizeText } from "@/lib/configuration/text-rules";

/** What an administrator edits in a softkey template, and what a revision keeps. */
export interface SoftkeyTemplateContent {
  readonly name: string;
  readonly description: string;
  readonly isDefault: boolean;
  readonly callStates: SoftkeyLayout;
}

/** The fields of a template's content, in the order of the page. */
const contentFields: readonly string[] = [
  "name",
  "description",
  "isDefault",
  "callStates",
] satisfies readonly (keyof SoftkeyTemplateContent)[];

/** What is wrong with a template's content. Any value may be given, nothing is thrown. */
export function validateSoftkeyTemplate(candidate: unknown): Problem[] {
  if (typeof candidate !== "object" || candidate === null || Array.isArray(candidate)) {
    return [{ path: [], code: "wrongType", params: { expected: "object" } }];
  }
  const given: ReadonlyMap<string, unknown> = new Map(Object.entries(candidate));
  const unknownFields = [...given.keys()].filter((field) => !contentFields.includes(field));
  return [
    ...unknownFields.map(
      (field): Problem => ({ path: [echo(field)], code: "unknownField", params: { field: echo(field) } }),
    ),
    ...checkName(given.get("name")),
    ...checkDescription(given.get("description")),
    ...(typeof given.get("isDefault") === "boolean"
      ? []
      : [{ path: ["isDefault"], code: "wrongType" as const, params: { expected: "boolean" } }]),
    ...validateLayout(given.get("callStates")),
  ];
}

/** The content with name and description as they are stored: trimmed and composed. */
export function normalizeSoftkeyTemplate(content: SoftkeyTemplateContent): SoftkeyTemplateContent {
  return { ...content, name: normalizeText(content.name), description: normalizeText(content.description) };
}

/** The layout with the call states of the patch in place of its own; the others stay [SK-09]. */
export function withCallStates(layout: SoftkeyLayout, patch: SoftkeyLayoutPatch): SoftkeyLayout {
  const given = Object.entries(patch).filter(([, softkeys]) => softkeys !== undefined);
  return { ...layout, ...Object.fromEntries(given) };
}

/** True when both layouts hold the same softkeys in the same order in every call state. */
export function sameLayout(one: SoftkeyLayout, other: SoftkeyLayout): boolean {
  return callStates.every((state) => sameSoftkeys(one[state], other[state]));
}

/** Whether a change is allowed: of a standard template only the default mark may change [SK-02, SK-04]. */
export function checkChange(
  template: { readonly isStandard: boolean },
  before: SoftkeyTemplateContent,
  after: SoftkeyTemplateContent,
): Problem[] {
  if (!template.isStandard) return [];
  const changed = [
    ...(before.name === after.name ? [] : ["name"]),
    ...(before.description === after.description ? [] : ["description"]),
    ...(sameLayout(before.callStates, after.callStates) ? [] : ["callStates"]),
  ];
  return changed.map((field) => ({ path: [field], code: "standardReadOnly", params: { name: before.name } }));
}

/** True when both contents are the same, so that storing one over the other would change nothing. */
export function sameSoftkeyTemplate(one: SoftkeyTemplateContent, other: SoftkeyTemplateContent): boolean {
  return (
    one.name === other.name &&
    one.description === other.description &&
    one.isDefault === other.isDefault &&
    sameLayout(one.callStates, other.callStates)
  );
}

/**
 * Whether a template may be deleted: no standard one, not the default one until the mark is removed [SK-05],
 * and none that something uses. `dependencies` are the objects that use it.
 */
export function checkDelete(
  template: { readonly name: string; readonly isStandard: boolean; readonly isDefault: boolean },
  dependencies: { readonly length: number },
): Problem[] {
  const { name } = template;
  const problems: Problem[] = [];
  if (template.isStandard) problems.push({ path: [], code: "standardReadOnly", params: { name } });
  if (template.isDefault) problems.push({ path: ["isDefault"], code: "isDefaultTemplate", params: { name } });
  if (dependencies.length > 0)
    problems.push({ path: [], code: "inUse", params: { name, count: dependencies.length } });
  return problems;
}
