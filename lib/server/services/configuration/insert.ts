import { echo } from "@/lib/configuration/problem";
import { referencesIn } from "@/lib/configuration/references";
import type { ChangingContext } from "@/lib/server/context";
import { findObject, type StoredObject } from "@/lib/server/db/configuration/read";
import { insertObject } from "@/lib/server/db/configuration/write";
import type { Transaction } from "@/lib/server/db/transaction";
import { Refusal, refuseProblems } from "@/lib/server/errors";
import { checkedContent } from "@/lib/server/services/configuration/check";
import type { Definition, Input } from "@/lib/server/services/configuration/definition";
import { createMissingNumbers } from "@/lib/server/services/configuration/directory-numbers";
import { loadObject, waitForOthers } from "@/lib/server/services/configuration/load";
import { recordObject } from "@/lib/server/services/configuration/save";
import { nameOf } from "@/lib/server/services/configuration/to-dto";

/**
 * Makes an object within a transaction, with its revision and the directory numbers that it makes. The caller has
 * checked permission.
 * @throws Refusal validationFailed; fails with a unique violation when the name is taken
 */
export async function insertNew(
  transaction: Transaction,
  context: ChangingContext,
  definition: Definition,
  input: Input,
): Promise<StoredObject> {
  await waitForOthers(transaction, definition);
  const { reason: given, copyOf, ...rest } = input;
  const fields = definition.accept?.(rest) ?? rest;
  const reason = String(given ?? "");
  const copySource = await loadCopySource(transaction, definition, fields, copyOf);
  if (copySource) refuseProblems(definition.checkCopy?.(copySource.content, fields) ?? []);
  const candidate = definition.candidate(fields, copySource?.content ?? null);
  const { content, names } = await checkedContent(transaction, definition, candidate);
  await createMissingNumbers(transaction, context, referencesIn(definition.kind, content), names, reason);
  await definition.beforeSave?.(transaction, context, [{ before: null, content }], reason);
  const object = await insertObject(
    transaction,
    definition.table,
    {
      id: context.newId(),
      content,
      isStandard: false,
      copyOf: copySource ? String(copySource.content.name) : "",
    },
    names,
    { at: context.now(), by: context.actor.name },
  );
  await definition.afterInsert?.(transaction, context, [object]);
  await recordObject(transaction, context, definition, object, null, { action: "created", reason });
  if (!definition.movesInheritors?.(null, content)) return object;
  return loadObject(transaction, definition, { name: nameOf(definition, content), partition: null });
}

/** The object to copy: the one that is named, else the one that the kind's objects come from. */
async function loadCopySource(
  transaction: Transaction,
  { kind, table, copySourceOf, unknownCopySource }: Definition,
  given: Input,
  copyOf: unknown,
): Promise<StoredObject | null> {
  const name = copyOf ?? copySourceOf?.(given);
  if (name === undefined) return null;
  const copySource = await findObject(transaction, table, { name: String(name), partition: null });
  if (copySource) return copySource;
  const unknown = { code: "unknownReference", params: { kind, name: echo(name) } } as const;
  const problem = unknownCopySource?.(String(name)) ?? unknown;
  throw new Refusal("validationFailed", { problems: [{ path: ["copyOf"], ...problem }] });
}
