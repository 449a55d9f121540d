import { nameKey } from "@/lib/configuration/text-rules";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { listApiKeys } from "@/lib/server/db/api-key";
import { inTransaction } from "@/lib/server/db/transaction";
import { lockUser } from "@/lib/server/db/user";
import { Refusal } from "@/lib/server/errors";
import { revokeApiKey } from "@/lib/server/services/api-key/revoke";
import { loadUser } from "@/lib/server/services/user/load";

/**
 * Revokes an API key; programs that use it are refused from now on.
 * @param owner the user whose key it is; without it the person who asks
 * @throws Refusal forbidden, notFound
 */
export async function removeApiKey(
  context: ServiceContext,
  name: string,
  { owner, reason = "" }: { owner?: string | undefined; reason?: string | undefined } = {},
): Promise<void> {
  requirePermission(context, "ownApiKey", "update");
  if (owner !== undefined) requirePermission(context, "apiKey", "update");
  const revoked = await inTransaction(context.database, async (transaction) => {
    const userId = owner === undefined ? context.actor.userId : (await loadUser(transaction, owner)).id;
    await lockUser(transaction, userId);
    const apiKeys = await listApiKeys(transaction, userId);
    const apiKey = apiKeys.find((candidate) => nameKey(candidate.name) === nameKey(name));
    if (!apiKey) throw new Refusal("notFound", { name });
    await revokeApiKey(transaction, context, apiKey, reason);
    return apiKey;
  });
  context.logSecurity?.("apiKey.revoked", { target: revoked.name, owner: revoked.owner, role: revoked.role });
}
