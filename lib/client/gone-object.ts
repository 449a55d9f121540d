import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { identityKey, type ObjectIdentity } from "@/lib/client/object-identity";
import { nameKey } from "@/lib/configuration/text-rules";

/** What became of an object: by whom it was renamed, and how it is called since then, or by whom it was deleted. */
export interface GoneObject {
  readonly by: string;
  readonly renamedTo: ObjectIdentity | null;
}

/** What the event stream has told of an object that is not there any more by this name; null: nothing. */
export function goneObjectQuery(kind: string, { name, partition }: ObjectIdentity) {
  const key = identityKey({ name: nameKey(name), partition: partition && nameKey(partition) });
  return queryOptions({
    queryKey: ["goneObject", kind, key],
    queryFn: (): GoneObject | null => null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Remembers it for the page that shows the object. */
export function rememberGone(
  client: QueryClient,
  kind: string,
  identity: ObjectIdentity,
  gone: GoneObject,
): void {
  client.setQueryData<GoneObject | null>(goneObjectQuery(kind, identity).queryKey, gone);
}
