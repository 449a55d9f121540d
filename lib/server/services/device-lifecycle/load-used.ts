import type { PhoneUsedKind } from "@/lib/server/db/device/choose";
import type { Transaction } from "@/lib/server/db/transaction";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { loadObject } from "@/lib/server/services/configuration/load";

/**
 * The object whose users an action is for.
 * @throws Refusal notFound
 */
export async function loadUsed(
  transaction: Transaction,
  kind: PhoneUsedKind,
  name: string,
): Promise<{ id: string; name: string }> {
  const object = await loadObject(transaction, definitions[kind], { name, partition: null });
  return { id: object.id, name: String(object.content.name) };
}
