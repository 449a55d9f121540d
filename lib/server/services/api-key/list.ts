import type { ApiKeysQuery } from "@/lib/contract/api-key";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { listAllApiKeys, listApiKeys as listStoredApiKeys } from "@/lib/server/db/api-key";
import { toApiKeyDto } from "@/lib/server/services/api-key/to-dto";
import { loadUser } from "@/lib/server/services/user/load";

const mostListed = 1_000;

/**
 * The API keys of the person who asks, of another user, or of all users, by owner and name; of all at most 1,000.
 * @throws Refusal forbidden, notFound
 */
export async function listApiKeys(context: ServiceContext, { of, owner }: ApiKeysQuery = {}) {
  requirePermission(context, "ownApiKey", "read");
  const isOwn = of !== "everyone" && owner === undefined;
  if (!isOwn) requirePermission(context, "apiKey", "read");
  const { prisma } = context.database;
  if (of === "everyone" && owner === undefined) {
    const { items, total } = await listAllApiKeys(prisma, mostListed);
    return { items: items.map(toApiKeyDto), total };
  }
  const userId = owner === undefined ? context.actor.userId : (await loadUser(prisma, owner)).id;
  const items = (await listStoredApiKeys(prisma, userId)).map(toApiKeyDto);
  return { items, total: items.length };
}
