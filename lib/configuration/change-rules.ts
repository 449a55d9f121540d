import type { Problem } from "@/lib/configuration/problem";

/**
 * Whether an object may be deleted: not a standard one, nor one that belongs to the system, nor the default one until
 * the mark is removed [SK-05], and none that others use. `dependencies` counts those others.
 */
export function checkDeletable(
  object: {
    readonly name: string;
    readonly isStandard?: boolean;
    readonly isBuiltIn?: boolean;
    readonly isDefault?: boolean;
  },
  dependencies: number,
): Problem[] {
  const { name } = object;
  const problems: Problem[] = [];
  if (object.isStandard) problems.push({ path: [], code: "standardReadOnly", params: { name } });
  if (object.isBuiltIn) problems.push({ path: [], code: "builtIn", params: { name } });
  if (object.isDefault) problems.push({ path: ["isDefault"], code: "isDefaultTemplate", params: { name } });
  if (dependencies > 0) problems.push({ path: [], code: "inUse", params: { name, count: dependencies } });
  return problems;
}

/** Fields that are fixed when an object is made: what is wrong with a change of them [BT-02]. */
export function checkReadOnlyFields<Content>(
  before: Content,
  after: Content,
  fields: readonly (keyof Content & string)[],
): Problem[] {
  return fields
    .filter((field) => !Object.is(before[field], after[field]))
    .map((field) => ({ path: [field], code: "readOnlyField", params: { field } }));
}
