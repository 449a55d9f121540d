import type { Problem } from "@/lib/configuration/problem";
import type { LeftValue } from "@/lib/configuration/undo/undone-content";
import type { ChangingContext } from "@/lib/server/context";
import { identityIn, type StoredChangeObject } from "@/lib/server/db/change";
import type { StoredObject } from "@/lib/server/db/configuration/read";
import { findObjectsForChange, identityKey } from "@/lib/server/db/configuration/read-many";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import type { ItemProblem } from "@/lib/server/db/job-item";
import type { Transaction } from "@/lib/server/db/transaction";
import { unexplained } from "@/lib/server/services/change/undo/explained";
import type { UndoRun } from "@/lib/server/services/change/undo/undo-run";
import {
  leftObject,
  leftProblems,
  type UndoneObject,
  undoProblem,
} from "@/lib/server/services/change/undo/undone-object";
import type { Definition } from "@/lib/server/services/configuration/definition";
import { saveMany } from "@/lib/server/services/configuration/save-many";

/** An object that gets former values back. */
export interface Update {
  readonly object: StoredChangeObject;
  readonly now: StoredObject;
  readonly before: StoredFields | null;
  readonly content: StoredFields;
  readonly left: readonly LeftValue[];
}

interface Attempt extends Update {
  readonly problems: readonly ItemProblem[];
}

/**
 * Gives objects their former values back. A value that is refused, because what it names is gone or its name is taken,
 * stays as it is now, and the others come back; an object of which the rules refuse still more is not touched.
 */
export async function turnBack(
  transaction: Transaction,
  context: ChangingContext,
  run: UndoRun,
  definition: Definition,
  updates: readonly Update[],
): Promise<UndoneObject[]> {
  if (updates.length === 0) return [];
  const named = await keepTakenNames(transaction, definition, updates);
  const first = await save(transaction, context, run, definition, named);
  const refused = first.flatMap(({ attempt, refusals }) =>
    refusals.length > 0 && refusals.every(({ path }) => path.length > 0)
      ? [withoutRefused(attempt, refusals)]
      : [],
  );
  const second = await save(transaction, context, run, definition, refused);
  const again = new Map(second.map((result) => [result.attempt.object.position, result]));
  return first.map((result) => {
    const { attempt, refusals } = again.get(result.attempt.object.position) ?? result;
    const { object, now, before, content, problems } = attempt;
    const isStored = refusals.length === 0;
    const told = refusals.map((problem) => undoProblem(problem, before, now.content));
    return {
      object,
      identity: identityIn(definition.kind, isStored ? content : now.content),
      outcome: "updated" as const,
      problems: [...leftProblems("changedSince", attempt.left), ...problems, ...told],
    };
  });
}

async function save(
  transaction: Transaction,
  context: ChangingContext,
  run: UndoRun,
  definition: Definition,
  attempts: readonly Attempt[],
): Promise<{ attempt: Attempt; refusals: Problem[] }[]> {
  if (attempts.length === 0) return [];
  const rows = attempts.map(({ now, content }) => ({
    identity: identityIn(definition.kind, now.content),
    given: () => content,
  }));
  const { isDryRun, reason } = run;
  const results = await saveMany(transaction, context, definition, rows, {
    mode: "update",
    isDryRun,
    reason,
  });
  const saved: { attempt: Attempt; refusals: Problem[] }[] = [];
  for (const [index, attempt] of attempts.entries()) {
    const result = results[index];
    const found = result && "problems" in result ? result.problems : [];
    saved.push({ attempt, refusals: await unexplained(transaction, run, found) });
  }
  return saved;
}

/** Names that others have by now stay as they are. */
async function keepTakenNames(
  transaction: Transaction,
  { kind, table }: Definition,
  updates: readonly Update[],
): Promise<Attempt[]> {
  const identity = (content: StoredFields) => identityIn(kind, content);
  const renamed = updates.filter(
    ({ now, content }) => identityKey(identity(now.content)) !== identityKey(identity(content)),
  );
  const taken = await findObjectsForChange(
    transaction,
    table,
    renamed.map(({ content }) => identity(content)),
  );
  const seen = new Set<string>();
  return updates.map((update): Attempt => {
    const { now, content } = update;
    const key = identityKey(identity(content));
    const holder = taken.get(key);
    const isTaken = seen.has(key) || (holder !== undefined && holder.id !== now.id);
    seen.add(key);
    if (!isTaken) return { ...update, problems: [] };
    const field = table.nameField;
    const names = { before: content[field], now: now.content[field] };
    const problem = leftObject("nameTaken", { path: [field], name: String(content[field]) }, names);
    const naming = kind === "directoryNumber" || kind === "routePattern" ? [field, "partition"] : [field];
    const kept = Object.fromEntries(naming.map((name) => [name, now.content[name]]));
    return { ...update, content: { ...content, ...kept }, problems: [problem] };
  });
}

/** The attempt without the values that are refused: those fields, or call states, are as they are now. */
function withoutRefused(attempt: Attempt, refusals: readonly Problem[]): Attempt {
  const { now, before, content, problems } = attempt;
  const told = refusals.map((problem) => undoProblem(problem, content, now.content));
  const kept = refusals.reduce((changed, { path }) => withNow(changed, now.content, path), content);
  return { ...attempt, before, content: kept, problems: [...problems, ...told] };
}

function withNow(content: StoredFields, now: StoredFields, [field, inner]: Problem["path"]): StoredFields {
  const name = String(field);
  if (name !== "callStates" || inner === undefined) return { ...content, [name]: now[name] };
  const [states, present] = [content[name], now[name]] as [StoredFields, StoredFields];
  return { ...content, [name]: { ...states, [inner]: present[String(inner)] } };
}
