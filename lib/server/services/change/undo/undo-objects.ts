import { undoStep } from "@/lib/configuration/undo/undo-step";
import type { ChangingContext } from "@/lib/server/context";
import { identityIn, type StoredChangeObject } from "@/lib/server/db/change";
import type { ObjectId } from "@/lib/server/db/change-undo";
import { findObjectsByIdForChange } from "@/lib/server/db/configuration/read-many";
import type { Transaction } from "@/lib/server/db/transaction";
import { bringBack } from "@/lib/server/services/change/undo/bring-back";
import { type PresentVersions, presentVersions } from "@/lib/server/services/change/undo/present-versions";
import { takeAway } from "@/lib/server/services/change/undo/take-away";
import { turnBack } from "@/lib/server/services/change/undo/turn-back";
import type { UndoRun } from "@/lib/server/services/change/undo/undo-run";
import {
  leftProblems,
  type ObjectNow,
  type UndoneObject,
} from "@/lib/server/services/change/undo/undone-object";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { waitForOthers } from "@/lib/server/services/configuration/load";

/**
 * Takes a change back for some of its objects, which come in the order in which it is taken back: last what the change came to first,
 * so that what others use is made before them and goes after them. The caller has checked permission.
 */
export async function undoObjects(
  transaction: Transaction,
  context: ChangingContext,
  run: Omit<UndoRun, "done">,
  objects: readonly StoredChangeObject[],
): Promise<UndoneObject[]> {
  const versions = await presentVersions(transaction, objects);
  const undone: UndoneObject[] = [];
  const done: ObjectId[] = [];
  for (const group of groupsOfOneKind(objects)) {
    const results = await undoGroup(transaction, context, { ...run, done }, group, versions);
    undone.push(...results);
    for (const { object, problems } of results) if (problems.length === 0) done.push(object);
  }
  return undone;
}

/** The objects in the same order, those of one kind that follow each other together. */
function groupsOfOneKind(objects: readonly StoredChangeObject[]): StoredChangeObject[][] {
  const groups: StoredChangeObject[][] = [];
  for (const object of objects) {
    const last = groups.at(-1);
    if (last?.[0]?.entity === object.entity) last.push(object);
    else groups.push([object]);
  }
  return groups;
}

async function undoGroup(
  transaction: Transaction,
  context: ChangingContext,
  run: UndoRun,
  objects: readonly StoredChangeObject[],
  versionsOf: (object: StoredChangeObject) => PresentVersions,
): Promise<UndoneObject[]> {
  const [first] = objects;
  if (!first) return [];
  const definition = definitions[first.entity];
  await waitForOthers(transaction, definition);
  const ids = objects.map(({ entityId }) => entityId);
  const stored = await findObjectsByIdForChange(transaction, definition.table, ids);
  const results: UndoneObject[] = [];
  const steps = objects.map((object) => {
    const now = stored.get(object.entityId) ?? null;
    const versions = versionsOf(object);
    const step = undoStep(definition.rules.shape, { ...versions, now: now?.content ?? null });
    return { object, now, before: versions.before, step };
  });
  const updates = steps.flatMap(({ object, now, before, step }) =>
    step.kind === "update" && now ? [{ object, now, before, ...step }] : [],
  );
  const removals = steps.flatMap(({ object, now, step }) =>
    step.kind === "delete" && now ? [{ object, now }] : [],
  );
  const returns = steps.flatMap(({ object, step }) =>
    step.kind === "create" ? [{ object, content: step.content }] : [],
  );
  for (const { object, now, step } of steps) {
    if (step.kind === "nothing") results.push(resultOf({ object, now }, []));
    if (step.kind === "leave") results.push(resultOf({ object, now }, leftProblems(step.code, step.left)));
  }
  // A template that gets its default mark back takes it from one that goes.
  results.push(...(await turnBack(transaction, context, run, definition, updates)));
  const givesMark = updates.some(({ content }) => content.isDefault === true);
  results.push(...(await takeAway(transaction, context, run, definition, removals, { givesMark })));
  results.push(...(await bringBack(transaction, context, run, definition, returns)));
  return results;
}

function resultOf({ object, now }: ObjectNow, problems: UndoneObject["problems"]): UndoneObject {
  const { entity, name, partition } = object;
  const identity = now ? identityIn(entity, now.content) : { name, partition };
  return { object, identity, outcome: "unchanged", problems };
}
