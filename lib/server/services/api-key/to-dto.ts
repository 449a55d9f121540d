import type { ApiKeyDto } from "@/lib/contract/api-key";
import type { StoredApiKey } from "@/lib/server/db/api-key";

/** The API key as the API answers it; the key itself is not stored and cannot be answered. */
export function toApiKeyDto(apiKey: StoredApiKey): ApiKeyDto {
  return {
    name: apiKey.name,
    owner: apiKey.owner,
    start: apiKey.start,
    role: apiKey.role,
    createdAt: apiKey.createdAt.toISOString(),
    expiresAt: apiKey.expiresAt?.toISOString() ?? null,
    lastUsedAt: apiKey.lastUsedAt?.toISOString() ?? null,
  };
}

/** The API key as a revision keeps it. */
export function revisionContent(apiKey: StoredApiKey) {
  const { name, start, owner, role, expiresAt } = toApiKeyDto(apiKey);
  return { name, start, owner, role, expiresAt };
}
