import type { ConfigurationKind } from "@/lib/configuration/dependencies";

/** The kinds of the configuration, by the names of their resources in addresses. */
export const bulkResources = {
  phones: "phone",
  "softkey-templates": "softkeyTemplate",
  "phone-button-templates": "phoneButtonTemplate",
  "common-device-configurations": "commonDeviceConfiguration",
  "device-profiles": "deviceProfile",
  "directory-numbers": "directoryNumber",
  "cti-route-points": "ctiRoutePoint",
  partitions: "partition",
  "calling-search-spaces": "callingSearchSpace",
  trunks: "trunk",
  "route-patterns": "routePattern",
  "remote-clusters": "remoteCluster",
  "device-pools": "devicePool",
  "service-parameters": "serviceParameter",
  locales: "locale",
} as const satisfies Record<string, ConfigurationKind>;
export type BulkResource = keyof typeof bulkResources;

/** The name of a kind's resource in addresses. */
export function bulkResourceOf(kind: ConfigurationKind): BulkResource {
  const found = Object.entries(bulkResources).find(([, known]) => known === kind);
  return (found?.[0] ?? "phones") as BulkResource;
}
