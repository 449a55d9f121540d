import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { listApiKeys as listStoredApiKeys } from "@/lib/server/db/api-key";
import { presentApiKey } from "@/lib/server/services/api-key/present";

/**
 * The API keys of the person who asks, by name.
 * @throws Refusal forbidden
 */
export async function listApiKeys(context: ServiceContext) {
  requirePermission(context, "ownApiKey", "read");
  const apiKeys = await listStoredApiKeys(context.database.prisma, context.actor.userId);
  return { items: apiKeys.map(presentApiKey) };
}
