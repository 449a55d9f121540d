import { completed } from "@/lib/configuration/content-patch";
import { directoryNumberRules } from "@/lib/configuration/directory-number";
import type { HeldReference } from "@/lib/configuration/references";
import { nameKey } from "@/lib/configuration/text-rules";
import type { ChangingContext } from "@/lib/server/context";
import { loadNames, type NameLookup } from "@/lib/server/db/configuration/names";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import { tables } from "@/lib/server/db/configuration/tables";
import { insertUnlessThere, type NewObject } from "@/lib/server/db/configuration/write";
import { recordRevisions } from "@/lib/server/db/revision";
import type { Transaction } from "@/lib/server/db/transaction";

/** Makes the directory numbers that contents name and that do not exist, each with its own history. */
export async function createMissingNumbers(
  transaction: Transaction,
  context: ChangingContext,
  held: readonly HeldReference[],
  names: NameLookup,
  reason: string,
): Promise<void> {
  const used = distinct(held.filter(({ isCreatedOnUse }) => isCreatedOnUse));
  const missing = () => used.filter(({ name, partition }) => !names.hasNumber(name, partition));
  // Somebody else may make a number at the same moment, and a third one delete it before it can be kept.
  while (missing().length > 0) {
    await makeNumbers(transaction, context, missing(), names, reason);
    await findOthers(transaction, missing(), names);
  }
}

/** Makes those that are not there. */
async function makeNumbers(
  transaction: Transaction,
  context: ChangingContext,
  missing: readonly HeldReference[],
  names: NameLookup,
  reason: string,
): Promise<void> {
  const objects = missing.map(({ name: pattern, partition }): NewObject => {
    const content = completed(directoryNumberRules.shape, { pattern, partition }) as StoredFields;
    return { id: context.newId(), content, isStandard: false, copyOf: "" };
  });
  const stamp = { at: context.now(), by: context.actor.name };
  const ids = await insertUnlessThere(transaction, tables.directoryNumber, objects, names, stamp);
  const made = objects.filter(({ id }) => ids.has(id));
  for (const { id, content } of made) {
    names.addNumber(id, String(content.pattern), content.partition as string | null);
  }
  await recordRevisions(
    transaction,
    context,
    made.map(({ id, content }) => ({
      entity: "directoryNumber",
      entityId: id,
      entityName: String(content.pattern),
      number: 1,
      action: "created",
      content,
      before: null,
      reason,
    })),
  );
}

/** Each number once, always in the same order: two who make the same numbers at once would wait for each other for ever. */
function distinct(held: readonly HeldReference[]): HeldReference[] {
  const byKey = new Map(
    held.map((one) => [JSON.stringify([nameKey(one.name), nameKey(one.partition ?? "")]), one]),
  );
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, number]) => number);
}

/** Keeps those that somebody else has made at the same moment, if they are still there. */
async function findOthers(
  transaction: Transaction,
  others: readonly HeldReference[],
  names: NameLookup,
): Promise<void> {
  if (others.length === 0) return;
  const found = await loadNames(transaction, others);
  for (const { name, partition } of others) {
    if (found.hasNumber(name, partition))
      names.addNumber(found.idOf("directoryNumber", name, partition), name, partition);
  }
}
