import type { QueryClient } from "@tanstack/react-query";
import { queries } from "@/lib/client/api";

/** The API keys of the signed-in person, or of everybody. */
export function apiKeysQuery(of?: "everyone") {
  return queries.apiKey.list.queryOptions({ input: { query: of === undefined ? {} : { of } } });
}

export const createApiKeyMutation = () => queries.apiKey.create.mutationOptions();
export const removeApiKeyMutation = () => queries.apiKey.remove.mutationOptions();

/** Makes the API keys be read again after a change. */
export function refreshApiKeys(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: queries.apiKey.key() });
}
