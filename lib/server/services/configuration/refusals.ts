import { checkDeletable } from "@/lib/configuration/change-rules";
import { echo, type Problem } from "@/lib/configuration/problem";
import type { StoredObject } from "@/lib/server/db/configuration/read";
import type { Dependencies } from "@/lib/server/db/configuration/uses";
import { uniqueViolation } from "@/lib/server/db/transaction";
import { Refusal, refuseProblems } from "@/lib/server/errors";
import type { Definition } from "@/lib/server/services/configuration/definition";
import { nameOf } from "@/lib/server/services/configuration/to-dto";

/** Runs work that stores a name and says in the API's words when it, or another unique value, is taken. */
export async function refuseTaken<Result>(
  { table, unique }: Definition,
  given: Readonly<Record<string, unknown>>,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const violation = uniqueViolation(error);
    if (violation === null) throw error;
    const field = unique && violation.includes(unique.column) ? unique.field : table.nameField;
    const params = { name: echo(given[field]) };
    throw new Refusal("nameTaken", { problems: [{ path: [field], code: "nameTaken", params }] });
  }
}

/** The refusal of a change or removal because other objects use the object. */
export function inUseRefusal(problems: readonly Problem[], { items, total }: Dependencies): Refusal {
  return new Refusal("inUse", { problems, dependencies: items, total });
}

/** What stands against the removal of an object that so many others use. */
export function removalProblems(
  definition: Definition,
  { content, isStandard }: StoredObject,
  uses: number,
): Problem[] {
  const name = nameOf(definition, content);
  const isBuiltIn = definition.isBuiltIn?.(name) ?? false;
  return checkDeletable({ name, isStandard, isBuiltIn, isDefault: content.isDefault === true }, uses);
}

/**
 * Throws what stands against a change: standard and built-in objects are not changed, the default one and used ones not
 * taken away.
 * @throws Refusal standardReadOnly, isDefaultTemplate, inUse, validationFailed
 */
export function refuseChange(problems: readonly Problem[], dependencies: Dependencies): void {
  const codes = problems.map(({ code }) => code);
  if (codes.some((code) => code === "standardReadOnly" || code === "builtIn")) {
    throw new Refusal("standardReadOnly", { problems });
  }
  if (codes.includes("isDefaultTemplate")) throw new Refusal("isDefaultTemplate", { problems });
  if (codes.includes("inUse")) throw inUseRefusal(problems, dependencies);
  refuseProblems(problems);
}
