import { completed } from "@/lib/configuration/content-patch";
import { directoryNumberRules } from "@/lib/configuration/directory-number";
import type { HeldReference } from "@/lib/configuration/references";
import { nameKey } from "@/lib/configuration/text-rules";
import type { ServiceContext } from "@/lib/server/context";
import { loadNames, type NameLookup } from "@/lib/server/db/configuration/names";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import { tables } from "@/lib/server/db/configuration/tables";
import { insertUnlessThere, type NewObject } from "@/lib/server/db/configuration/write";
import { recordRevisions } from "@/lib/server/db/revision";
import type { Transaction } from "@/lib/server/db/transaction";

/** Makes the directory numbers that contents name and that do not exist, each with its own history. */
export async function createMissingNumbers(
  transaction: Transaction,
  context: ServiceContext,
  held: readonly HeldReference[],
  names: NameLookup,
  reason: string,
): Promise<void> {
  const missing = distinct(
    held.filter(({ isCreatedOnUse, name, partition }) => isCreatedOnUse && !names.hasNumber(name, partition)),
  );
  if (missing.length === 0) return;
  const objects = missing.map(({ name: pattern, partition }): NewObject => {
    const content = completed(directoryNumberRules.shape, { pattern, partition }) as StoredFields;
    return { id: context.newId(), content, isStandard: false, copyOf: "" };
  });
  const stamp = { at: context.now(), by: context.actor.name };
  const made = await insertUnlessThere(transaction, tables.directoryNumber, objects, names, stamp);
  for (const { id, content } of objects) {
    if (made.has(id)) names.addNumber(id, String(content.pattern), content.partition as string | null);
  }
  await recordRevisions(
    transaction,
    context,
    objects
      .filter(({ id }) => made.has(id))
      .map(({ id, content }) => ({
        entity: "directoryNumber" as const,
        entityId: id,
        entityName: String(content.pattern),
        number: 1,
        action: "created" as const,
        content: content as never,
        reason,
      })),
  );
  await findOthers(transaction, missing, names);
}

/** Each number once, always in the same order: two who make the same numbers at once would wait for each other for ever. */
function distinct(held: readonly HeldReference[]): HeldReference[] {
  const byKey = new Map(
    held.map((one) => [JSON.stringify([nameKey(one.name), nameKey(one.partition ?? "")]), one]),
  );
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, number]) => number);
}

/** Numbers that somebody else has made at the same moment. */
async function findOthers(
  transaction: Transaction,
  missing: readonly HeldReference[],
  names: NameLookup,
): Promise<void> {
  const others = missing.filter(({ name, partition }) => !names.hasNumber(name, partition));
  if (others.length === 0) return;
  const found = await loadNames(transaction, others);
  for (const { name, partition } of others) {
    if (!found.hasNumber(name, partition)) throw new Error(`The directory number ${name} came and went`);
    names.addNumber(found.idOf("directoryNumber", name, partition), name, partition);
  }
}
