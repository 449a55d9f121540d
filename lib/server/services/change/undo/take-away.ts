import type { ChangingContext } from "@/lib/server/context";
import { identityIn, type StoredChangeObject } from "@/lib/server/db/change";
import { countOtherUses } from "@/lib/server/db/change-undo";
import type { StoredObject } from "@/lib/server/db/configuration/read";
import type { Transaction } from "@/lib/server/db/transaction";
import type { UndoRun } from "@/lib/server/services/change/undo/undo-run";
import { leftObject, type UndoneObject, undoProblem } from "@/lib/server/services/change/undo/undone-object";
import type { Definition } from "@/lib/server/services/configuration/definition";
import { removalProblems } from "@/lib/server/services/configuration/refusals";
import { removeMany } from "@/lib/server/services/configuration/remove-many";
import { nameOf } from "@/lib/server/services/configuration/to-dto";

/** An object that a change has made and that is as the change has made it. */
interface Removal {
  readonly object: StoredChangeObject;
  readonly now: StoredObject;
}

/**
 * Deletes what a change has made, but what is used.
 * @param givesMark whether another template of the undo gets the default mark, which one of these may have
 */
export async function takeAway(
  transaction: Transaction,
  context: ChangingContext,
  run: UndoRun,
  definition: Definition,
  removals: readonly Removal[],
  { givesMark }: { readonly givesMark: boolean },
): Promise<UndoneObject[]> {
  if (removals.length === 0) return [];
  const identities = removals.map(({ now }) => identityIn(definition.kind, now.content));
  const ids = removals.map(({ now }) => now.id);
  const uses = run.isDryRun ? await countOtherUses(transaction, definition.kind, ids, run) : new Map();
  const results = run.isDryRun
    ? []
    : await removeMany(transaction, context, definition, identities, run.reason);
  return removals.flatMap(({ object, now }, index): UndoneObject[] => {
    const identity = identities[index];
    if (!identity) return [];
    const result = results[index];
    const removed = givesMark ? { ...now, content: { ...now.content, isDefault: false } } : now;
    const found = run.isDryRun
      ? removalProblems(definition, removed, uses.get(now.id) ?? 0)
      : result && "problems" in result
        ? result.problems
        : [];
    const problems = found.map((problem) => {
      if (problem.code !== "inUse") return undoProblem(problem, null, now.content);
      const count = Number(problem.params?.count ?? 1);
      const name = nameOf(definition, now.content);
      return leftObject("inUse", { path: [], name, count }, { before: null, now: count });
    });
    return [{ object, identity, outcome: "deleted", problems }];
  });
}
