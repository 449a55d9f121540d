/** The objects that can be administered in bulk, by the name of their resource in addresses. */
export const bulkResources = {
  phones: "phone",
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
} as const;
export type BulkResource = keyof typeof bulkResources;
/** A kind of objects that can be administered in bulk. */
export type BulkKind = (typeof bulkResources)[BulkResource];

/** The name of a kind's resource in addresses. */
export function bulkResourceOf(kind: BulkKind): BulkResource {
  const found = Object.entries(bulkResources).find(([, known]) => known === kind);
  return (found?.[0] ?? "phones") as BulkResource;
}

/** True when the value names a kind of such objects (no prototype key does). */
export function isBulkKind(value: unknown): value is BulkKind {
  return Object.values(bulkResources).some((kind) => kind === value);
}
