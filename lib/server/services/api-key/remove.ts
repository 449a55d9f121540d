import { nameKey } from "@/lib/configuration/text-rules";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { deleteApiKey, listApiKeys } from "@/lib/server/db/api-key";
import { recordRevision } from "@/lib/server/db/revision";
import { inTransaction } from "@/lib/server/db/transaction";
import { lockUser } from "@/lib/server/db/user";
import { Refusal } from "@/lib/server/errors";
import { revisionContent } from "@/lib/server/services/api-key/present";

/**
 * Revokes an API key of the person who asks; programs that use it are refused from now on.
 * @throws Refusal forbidden, notFound
 */
export async function removeApiKey(context: ServiceContext, name: string, reason = ""): Promise<void> {
  requirePermission(context, "ownApiKey", "update");
  await inTransaction(context.database, async (transaction) => {
    const { userId, name: owner } = context.actor;
    await lockUser(transaction, userId);
    const apiKeys = await listApiKeys(transaction, userId);
    const apiKey = apiKeys.find((candidate) => nameKey(candidate.name) === nameKey(name));
    if (!apiKey) throw new Refusal("notFound", { name });
    await deleteApiKey(transaction, apiKey.id);
    await recordRevision(transaction, context, {
      entity: "apiKey",
      entityId: apiKey.id,
      entityName: apiKey.name,
      number: 2,
      action: "deleted",
      content: revisionContent(apiKey, owner),
      reason,
    });
  });
}
