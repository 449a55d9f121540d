import { api } from "@/lib/client/api";
import { type ObjectIdentity, objectInput } from "@/lib/client/object-identity";
import { type ConfigurationKind, referencesTo } from "@/lib/configuration/dependencies";

/** The kinds whose objects can be used by others. */
export type ReassignKind = Exclude<ConfigurationKind, "routePattern">;

/** True when some of the objects that use one of this kind can also use none. */
export function canUseNone(kind: ReassignKind): boolean {
  return referencesTo(kind).some(({ isRequired }) => !isRequired);
}

/** Lets all that uses an object use another one of its kind, or (null) none. */
export async function reassignUses(
  kind: ReassignKind,
  from: ObjectIdentity,
  to: ObjectIdentity | null,
): Promise<void> {
  const body = { to: to?.name ?? null, ...(to?.partition ? { toPartition: to.partition } : {}) };
  // To the compiler the kinds have nothing in common; partitions stand for all.
  const routes = api[kind] as typeof api.partition;
  await routes.reassign({ ...objectInput(kind, from), body });
}
