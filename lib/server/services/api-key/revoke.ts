import type { ServiceContext } from "@/lib/server/context";
import { deleteApiKey, listApiKeys, type StoredApiKey } from "@/lib/server/db/api-key";
import { recordAccount } from "@/lib/server/db/revision";
import type { Transaction } from "@/lib/server/db/transaction";
import { revisionContent } from "@/lib/server/services/api-key/to-dto";

/** Removes a key together with the row of its history. */
export async function revokeApiKey(
  transaction: Transaction,
  context: ServiceContext,
  apiKey: StoredApiKey,
  reason: string,
): Promise<void> {
  await deleteApiKey(transaction, apiKey.id);
  await recordAccount(transaction, context, {
    entity: "apiKey",
    entityId: apiKey.id,
    entityName: apiKey.name,
    number: 2,
    action: "deleted",
    content: revisionContent(apiKey),
    reason,
  });
}

/** Removes all keys of a user. */
export async function revokeApiKeysOf(
  transaction: Transaction,
  context: ServiceContext,
  userId: string,
  reason: string,
): Promise<void> {
  for (const apiKey of await listApiKeys(transaction, userId))
    await revokeApiKey(transaction, context, apiKey, reason);
}
