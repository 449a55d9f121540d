import { findObject, type Identity, lockObject, type StoredObject } from "@/lib/server/db/configuration/read";
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
