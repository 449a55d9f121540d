import { queries } from "@/lib/client/api";

/** The latest changes of all objects that the person may read. */
export function latestChangesQuery(limit: number) {
  return queries.changeLog.list.queryOptions({ input: { query: { limit } } });
}
