import { findObject, type Identity, lockObject, type StoredObject } from "@/lib/server/db/configuration/read";
import type { Transaction } from "@/lib/server/db/transaction";
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
 * The object of that name, which nobody else can change until the transaction ends.
 * @throws Refusal notFound
 */
export async function loadForChange(
  transaction: Transaction,
  definition: Definition,
  identity: Identity,
): Promise<StoredObject> {
  await lockObject(transaction, definition.table, identity);
  return loadObject(transaction, definition, identity);
}
