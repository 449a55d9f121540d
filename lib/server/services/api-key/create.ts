import { narrowerRoles } from "@/lib/catalog/roles";
import type { Problem } from "@/lib/configuration/problem";
import { checkName, nameKey, normalizeText } from "@/lib/configuration/text-rules";
import type { ApiKeyCreateInput, ApiKeyDto } from "@/lib/contract/api-key";
import { newApiKeyToken } from "@/lib/server/auth/api-key-token";
import { refuseApiKey, requirePermission, type ServiceContext } from "@/lib/server/context";
import { insertApiKey, listApiKeys } from "@/lib/server/db/api-key";
import { recordAccount } from "@/lib/server/db/revision";
import { inTransaction } from "@/lib/server/db/transaction";
import { lockUser } from "@/lib/server/db/user";
import { Refusal, refuseProblems } from "@/lib/server/errors";
import { realClock } from "@/lib/server/runtime/clock";
import { revisionContent, toApiKeyDto } from "@/lib/server/services/api-key/to-dto";
import { takenName } from "@/lib/server/services/taken-name";

const dayInMilliseconds = 24 * 60 * 60 * 1000;

/**
 * Makes an API key with which programs act as the person who asks, within the role that it is limited to. The key is in
 * this answer and nowhere else. A program cannot make one: who takes its key away takes away all that it can do.
 * @throws Refusal forbidden, notWithApiKey, validationFailed, nameTaken
 */
export async function createApiKey(
  context: ServiceContext,
  input: ApiKeyCreateInput,
): Promise<ApiKeyDto & { key: string }> {
  requirePermission(context, "ownApiKey", "update");
  refuseApiKey(context);
  refuseProblems([...checkName(input.name), ...scopeProblems(context, input.role ?? null)]);
  const name = normalizeText(input.name);
  const { key, hash, start } = newApiKeyToken();
  const made = await inTransaction(context.database, async (transaction) => {
    const { userId } = context.actor;
    if (!(await lockUser(transaction, userId))) throw new Refusal("notSignedIn");
    const others = await listApiKeys(transaction, userId);
    if (others.some((other) => nameKey(other.name) === nameKey(name))) throw takenName(name);
    // Keys live by the clock on the wall, by which they are looked at, also while that of the phones stands still.
    const createdAt = realClock.now();
    const expiresAt = expiryAfter(createdAt, input.expiresInDays);
    const role = input.role ?? null;
    const id = context.newId();
    const content = { id, name, start, hash, role, userId, createdAt, expiresAt };
    const apiKey = await insertApiKey(transaction, content);
    await recordAccount(transaction, context, {
      entity: "apiKey",
      entityId: apiKey.id,
      entityName: apiKey.name,
      number: 1,
      action: "created",
      content: revisionContent(apiKey),
      reason: input.reason ?? "",
    });
    return { ...toApiKeyDto(apiKey), key };
  });
  context.logSecurity?.("apiKey.created", { target: made.name, owner: made.owner, role: made.role });
  return made;
}

function scopeProblems({ actor }: ServiceContext, role: ApiKeyCreateInput["role"]): Problem[] {
  const accepted = narrowerRoles(actor.role);
  if (role === null || role === undefined || accepted.includes(role)) return [];
  return [{ path: ["role"], code: "unknownValue", params: { value: role, accepted: accepted.join(", ") } }];
}

function expiryAfter(start: Date, days: number | undefined): Date | null {
  return days === undefined ? null : new Date(start.getTime() + days * dayInMilliseconds);
}
