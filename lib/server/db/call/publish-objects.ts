import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { publishChanges } from "@/lib/server/db/call/publish-changes";
import type { Identity } from "@/lib/server/db/configuration/read";
import { atEnd, type Transaction } from "@/lib/server/db/transaction";

/** Kinds whose pages are told of what others do. */
export type FollowedKind = ConfigurationKind | "user";

/** An object that was there before a transaction changed it, under the name that it had then. */
export interface PublishedObject {
  readonly kind: FollowedKind;
  readonly name: string;
  readonly partition: string | null;
  readonly action: "saved" | "renamed" | "deleted";
  /** Its name since then, if it has another one. */
  readonly renamedTo: Identity | null;
}

/** What viewers are told of a transaction that changed the configuration, or a user. */
export interface PublishedObjects {
  readonly by: string;
  readonly kinds: readonly FollowedKind[];
  /** Null: too many to be named. */
  readonly objects: readonly PublishedObject[] | null;
}

/** More objects of one transaction are not named: viewers read again what they show of their kinds. */
const mostNamed = 50;

const changed = new WeakMap<Transaction, PublishedObject[]>();

/** Tells viewers, at the end of the transaction, which objects it has changed: as one event, however many they are. */
export function publishObjects(
  transaction: Transaction,
  { at, by }: { readonly at: Date; readonly by: string },
  objects: readonly PublishedObject[],
): void {
  if (objects.length === 0) return;
  const earlier = changed.get(transaction);
  const all = earlier ?? [];
  all.push(...objects);
  if (earlier) return;
  changed.set(transaction, all);
  atEnd(transaction, () => {
    const kinds = [...new Set(all.map(({ kind }) => kind))];
    const content: PublishedObjects = { by, kinds, objects: all.length > mostNamed ? null : all };
    return publishChanges(transaction, at, [{ topic: "configuration", subject: "", content }]);
  });
}
