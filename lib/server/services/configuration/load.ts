import { findObject, type Identity, lockObject, type StoredObject } from "@/lib/server/db/configuration/read";
import { isPartitioned } from "@/lib/server/db/configuration/table";
import { findDeleted } from "@/lib/server/db/revision";
import { type Transaction, takeLock } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";
import type { Definition } from "@/lib/server/services/configuration/definition";

/**
 * The object of that name.
 * @throws Refusal notFound
 */
export async function loadObject(
  transaction: Transaction,
  { table }: Definition,
  identity: Identity,
): Promise<StoredObject> {
  const object = await findObject(transaction, table, identity);
  if (!object) throw new Refusal("notFound", { name: identity.name });
  return object;
}

/**
 * The id of the object whose history is asked for: of the one that has the name, else of the one that had it and was
 * deleted last.
 * @throws Refusal notFound
 */
export async function loadIdOfHistory(
  transaction: Transaction,
  { kind, table }: Definition,
  identity: Identity,
): Promise<string> {
  const object = await findObject(transaction, table, identity);
  const partition = isPartitioned(table) ? identity.partition : null;
  const id = object?.id ?? (await findDeleted(transaction, kind, identity.name, partition));
  if (id === null) throw new Refusal("notFound", { name: identity.name });
  return id;
}

/** Waits until nobody else changes objects of the kind, where one change can touch another object. */
export async function waitForOthers(transaction: Transaction, { lock }: Definition): Promise<void> {
  if (lock) await takeLock(transaction, lock);
}

/**
 * The object of that name, which nobody else can change until the transaction ends.
 * @throws Refusal notFound
 */
export async function loadForChange(
  transaction: Transaction,
  definition: Definition,
  identity: Identity,
): Promise<StoredObject> {
  await waitForOthers(transaction, definition);
  await lockObject(transaction, definition.table, identity);
  return loadObject(transaction, definition, identity);
}
