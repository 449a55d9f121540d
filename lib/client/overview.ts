import { queries } from "@/lib/client/api";
import { poll } from "@/lib/client/poll";

/** How often the start page looks again how the cluster stands: each time all phones are counted. */
const overviewMilliseconds = 15_000;

/** How many phones are registered, which requests live, and how far the task flow is. */
export function overviewQuery() {
  return queries.overview.get.queryOptions({ refetchInterval: poll(overviewMilliseconds) });
}
