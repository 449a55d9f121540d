import { sameContent } from "@/lib/configuration/content-patch";
import type { DirectoryNumberContent } from "@/lib/configuration/directory-number";
import { type RemoteClusterContent, remotePhoneName } from "@/lib/configuration/remote-cluster";
import type { ServiceContext } from "@/lib/server/context";
import { announce } from "@/lib/server/db/call/announce";
import { phonesWithLine } from "@/lib/server/db/call/phones-in-engine";
import type { StoredObject } from "@/lib/server/db/configuration/read";
import type { ObjectChange } from "@/lib/server/db/configuration/write-many";
import type { Transaction } from "@/lib/server/db/transaction";
import { lookNews, type RemovedPhone, removalNews } from "@/lib/server/runtime/calls/tell-viewers";

type Follow = (() => Promise<void>) | undefined;

const forwardAll = (content: unknown) => (content as DirectoryNumberContent).forward.all;

/** Phones that run a number show where it forwards all calls. */
export async function prepareForwardNews(
  transaction: Transaction,
  { now }: ServiceContext,
  changes: readonly ObjectChange[],
): Promise<Follow> {
  const ids = changes
    .filter(({ before, content }) => !sameContent(forwardAll(before.content), forwardAll(content)))
    .map(({ before }) => before.id);
  const news = ids.length === 0 ? [] : lookNews(await phonesWithLine(transaction, ids));
  return news.length === 0 ? undefined : () => announce(transaction, now(), news);
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
export async function prepareClusterNews(
  transaction: Transaction,
  { now }: ServiceContext,
  changes: readonly ObjectChange[],
): Promise<Follow> {
  const news = [
    ...removalNews({
      phones: changes.flatMap(({ before, content }) => removedBy(cluster(before.content), cluster(content))),
    }),
    ...lookNews(changes.flatMap(({ content }) => [...phonesOf(cluster(content)).values()])),
  ];
  return news.length === 0 ? undefined : () => announce(transaction, now(), news);
}

/** Tells the viewers of the phones of other clusters, which are about to be deleted. */
export async function tellClustersRemoved(
  transaction: Transaction,
  { now }: ServiceContext,
  clusters: readonly StoredObject[],
): Promise<void> {
  const names = clusters.flatMap(({ content }) => [...phonesOf(cluster(content)).values()]);
  const news = removalNews({ phones: names.map((phone) => ({ phone, renamedTo: null })) });
  if (news.length > 0) await announce(transaction, now(), news);
}
