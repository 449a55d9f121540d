import { checkName, nameKey, normalizeText } from "@/lib/configuration/text-rules";
import type { ApiKeyCreateInput, ApiKeyDto } from "@/lib/contract/api-key";
import { newApiKeyToken } from "@/lib/server/auth/api-key-token";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { insertApiKey, listApiKeys } from "@/lib/server/db/api-key";
import { recordRevision } from "@/lib/server/db/revision";
import { inTransaction } from "@/lib/server/db/transaction";
import { lockUser } from "@/lib/server/db/user";
import { Refusal, refuseProblems } from "@/lib/server/errors";
import { presentApiKey, revisionContent } from "@/lib/server/services/api-key/present";
import { takenName } from "@/lib/server/services/taken-name";

const dayInMilliseconds = 24 * 60 * 60 * 1000;

/**
 * Makes an API key with which programs act as the person who asks. The key is in this answer and nowhere else. A
 * program cannot make one: who takes its key away takes away all that it can do.
 * @throws Refusal forbidden, validationFailed, nameTaken
 */
export async function createApiKey(
  context: ServiceContext,
  input: ApiKeyCreateInput,
): Promise<ApiKeyDto & { key: string }> {
  requirePermission(context, "ownApiKey", "update");
  if (context.actor.hasApiKey) throw new Refusal("forbidden");
  refuseProblems(checkName(input.name));
  const name = normalizeText(input.name);
  const { key, hash, start } = newApiKeyToken();
  return inTransaction(context.database, async (transaction) => {
    const { userId, name: owner } = context.actor;
    if (!(await lockUser(transaction, userId))) throw new Refusal("notSignedIn");
    const others = await listApiKeys(transaction, userId);
    if (others.some((other) => nameKey(other.name) === nameKey(name))) throw takenName(name);
    const createdAt = context.now();
    const expiresAt = expiryAfter(createdAt, input.expiresInDays);
    const apiKey = await insertApiKey(transaction, {
      id: context.newId(),
      name,
      start,
      hash,
      userId,
      createdAt,
      expiresAt,
    });
    await recordRevision(transaction, context, {
      entity: "apiKey",
      entityId: apiKey.id,
      entityName: apiKey.name,
      number: 1,
      action: "created",
      content: revisionContent(apiKey, owner),
      reason: input.reason ?? "",
    });
    return { ...presentApiKey(apiKey), key };
  });
}

function expiryAfter(start: Date, days: number | undefined): Date | null {
  return days === undefined ? null : new Date(start.getTime() + days * dayInMilliseconds);
}
