import { queries } from "@/lib/client/api";
import { longestPage } from "@/lib/client/list";

/** A trunk. */
export function trunkQuery(name: string) {
  return queries.trunk.get.queryOptions({ input: { params: { name } } });
}

/** The trunks that lead to a remote cluster, as many as one answer holds. */
export function trunksToQuery(cluster: string) {
  const where = [`remoteCluster:isExactly:${cluster}`];
  return queries.trunk.list.queryOptions({ input: { query: { ...longestPage, where } } });
}

/** A remote cluster. */
export function remoteClusterQuery(name: string) {
  return queries.remoteCluster.get.queryOptions({ input: { params: { name } } });
}
