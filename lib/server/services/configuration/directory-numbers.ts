import { completed } from "@/lib/configuration/content-patch";
import { directoryNumberRules } from "@/lib/configuration/directory-number";
import { referencesIn } from "@/lib/configuration/references";
import type { ServiceContext } from "@/lib/server/context";
import type { NameLookup } from "@/lib/server/db/configuration/names";
import { findObject } from "@/lib/server/db/configuration/read";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import { tables } from "@/lib/server/db/configuration/tables";
import { insertUnlessThere } from "@/lib/server/db/configuration/write";
import { recordRevision } from "@/lib/server/db/revision";
import type { Transaction } from "@/lib/server/db/transaction";
import type { Definition } from "@/lib/server/services/configuration/definition";

/** Makes the directory numbers that a content names and that do not exist, each with its own history. */
export async function createMissingNumbers(
  transaction: Transaction,
  context: ServiceContext,
  { kind }: Definition,
  content: StoredFields,
  names: NameLookup,
  reason: string,
): Promise<void> {
  const missing = referencesIn(kind, content)
    .filter(({ isCreatedOnUse, name, partition }) => isCreatedOnUse && !names.hasNumber(name, partition))
    // Always in the same order: two who make the same numbers at once would wait for each other for ever.
    .toSorted((one, other) => (one.name < other.name ? -1 : Number(one.name > other.name)));
  for (const { name, partition } of missing) {
    if (names.hasNumber(name, partition)) continue;
    names.addNumber(
      await createNumber(transaction, context, name, partition, names, reason),
      name,
      partition,
    );
  }
}

async function createNumber(
  transaction: Transaction,
  context: ServiceContext,
  pattern: string,
  partition: string | null,
  names: NameLookup,
  reason: string,
): Promise<string> {
  const table = tables.directoryNumber;
  const content = completed(directoryNumberRules.shape, { pattern, partition }) as StoredFields;
  const object = { id: context.newId(), content, isStandard: false, copyOf: "" };
  const stamp = { at: context.now(), by: context.actor.name };
  if (!(await insertUnlessThere(transaction, table, object, names, stamp))) {
    // Somebody else has made it at the same moment.
    const there = await findObject(transaction, table, { name: pattern, partition });
    if (!there) throw new Error(`The directory number ${pattern} came and went`);
    return there.id;
  }
  await recordRevision(transaction, context, {
    entity: "directoryNumber",
    entityId: object.id,
    entityName: pattern,
    number: 1,
    action: "created",
    content: content as never,
    reason,
  });
  return object.id;
}
