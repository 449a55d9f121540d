import type { QueryClient } from "@tanstack/react-query";
import { queries } from "@/lib/client/api";

/** The desks of the person, and which one was used last. */
export function desksQuery() {
  return queries.desk.list.queryOptions();
}

export const rememberDeskMutation = () => queries.desk.remember.mutationOptions();
export const createDeskMutation = () => queries.desk.create.mutationOptions();
export const renameDeskMutation = () => queries.desk.rename.mutationOptions();
export const removeDeskMutation = () => queries.desk.remove.mutationOptions();

/** Makes the desks be read again. */
export function refreshDesks(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: queries.desk.key() });
}
