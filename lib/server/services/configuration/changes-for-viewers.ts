import { sameContent } from "@/lib/configuration/content-patch";
import type { DirectoryNumberContent } from "@/lib/configuration/directory-number";
import { type RemoteClusterContent, remotePhoneName } from "@/lib/configuration/remote-cluster";
import type { ServiceContext } from "@/lib/server/context";
import { phonesWithLine } from "@/lib/server/db/call/phones-in-engine";
import { publishChanges } from "@/lib/server/db/call/publish-changes";
import type { StoredObject } from "@/lib/server/db/configuration/read";
import type { ObjectChange } from "@/lib/server/db/configuration/write-many";
import type { Transaction } from "@/lib/server/db/transaction";
import { lookChanges, type RemovedPhone, removalChanges } from "@/lib/server/runtime/calls/change-events";

type Follow = (() => Promise<void>) | undefined;

const forwardAll = (content: unknown) => (content as DirectoryNumberContent).forward.all;

/** Phones that run a number show where it forwards all calls. */
export async function prepareForwardChanges(
  transaction: Transaction,
  { now }: ServiceContext,
  changes: readonly ObjectChange[],
): Promise<Follow> {
  const ids = changes
    .filter(({ before, content }) => !sameContent(forwardAll(before.content), forwardAll(content)))
    .map(({ before }) => before.id);
  const looks = ids.length === 0 ? [] : lookChanges(await phonesWithLine(transaction, ids));
  return looks.length === 0 ? undefined : () => publishChanges(transaction, now(), looks);
}

const cluster = (content: unknown) => content as RemoteClusterContent;

/** The phones behind the numbers of another cluster, by number. */
const phonesOf = ({ name, directoryNumbers }: RemoteClusterContent) =>
  new Map(directoryNumbers.map(({ pattern }) => [pattern, remotePhoneName(name, pattern)]));

/** Phones of another cluster that are gone, or go by another name with their cluster. */
function removedBy(before: RemoteClusterContent, after: RemoteClusterContent): RemovedPhone[] {
  const left = phonesOf(after);
  return [...phonesOf(before)].flatMap(([pattern, phone]) => {
    const name = left.get(pattern) ?? null;
    return name === phone ? [] : [{ phone, renamedTo: name }];
  });
}

/** Phones of another cluster come and go with its numbers, and bear its name and theirs. */
export async function prepareClusterChanges(
  transaction: Transaction,
  { now }: ServiceContext,
  changes: readonly ObjectChange[],
): Promise<Follow> {
  const published = [
    ...removalChanges({
      phones: changes.flatMap(({ before, content }) => removedBy(cluster(before.content), cluster(content))),
    }),
    ...lookChanges(changes.flatMap(({ content }) => [...phonesOf(cluster(content)).values()])),
  ];
  return published.length === 0 ? undefined : () => publishChanges(transaction, now(), published);
}

/** Tells the viewers of the phones of other clusters, which are about to be deleted. */
export async function publishRemovedClusters(
  transaction: Transaction,
  { now }: ServiceContext,
  clusters: readonly StoredObject[],
): Promise<void> {
  const names = clusters.flatMap(({ content }) => [...phonesOf(cluster(content)).values()]);
  const removed = removalChanges({ phones: names.map((phone) => ({ phone, renamedTo: null })) });
  if (removed.length > 0) await publishChanges(transaction, now(), removed);
}
