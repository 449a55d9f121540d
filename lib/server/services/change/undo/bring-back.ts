import type { ChangingContext } from "@/lib/server/context";
import { identityIn, type StoredChangeObject } from "@/lib/server/db/change";
import { findLatestNumbers } from "@/lib/server/db/change-undo";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import type { Transaction } from "@/lib/server/db/transaction";
import { unexplained } from "@/lib/server/services/change/undo/explained";
import type { UndoRun } from "@/lib/server/services/change/undo/undo-run";
import { type UndoneObject, undoProblem } from "@/lib/server/services/change/undo/undone-object";
import type { Definition } from "@/lib/server/services/configuration/definition";
import { saveMany } from "@/lib/server/services/configuration/save-many";

/** An object that a change has deleted, and what it was. */
interface Return {
  readonly object: StoredChangeObject;
  readonly content: StoredFields;
}

/** Makes what a change has deleted again: the same objects, whose histories go on. */
export async function bringBack(
  transaction: Transaction,
  context: ChangingContext,
  run: UndoRun,
  definition: Definition,
  returns: readonly Return[],
): Promise<UndoneObject[]> {
  if (returns.length === 0) return [];
  const { kind, rules } = definition;
  const ids = returns.map(({ object }) => object.entityId);
  const latest = await findLatestNumbers(transaction, kind, ids);
  const fields = Object.keys(rules.shape.fields);
  const rows = returns.map(({ object, content }) => ({
    identity: identityIn(kind, content),
    given: () => Object.fromEntries(fields.map((field) => [field, content[field]])),
    returning: {
      id: object.entityId,
      restored: object.firstNumber - 1,
      version: (latest.get(object.entityId) ?? object.lastNumber) + 1,
      copyOf: typeof content.copyOf === "string" ? content.copyOf : "",
    },
  }));
  const { isDryRun, reason } = run;
  const results = await saveMany(transaction, context, definition, rows, {
    mode: "create",
    isDryRun,
    reason,
  });
  return Promise.all(
    returns.map(async ({ object, content }, index): Promise<UndoneObject> => {
      const result = results[index];
      const found = result && "problems" in result ? result.problems : [];
      const problems = await unexplained(transaction, run, found);
      return {
        object,
        identity: identityIn(kind, content),
        outcome: "created",
        problems: problems.map((problem) => undoProblem(problem, content, null)),
      };
    }),
  );
}
