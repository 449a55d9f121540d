import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { referencesIn } from "@/lib/configuration/references";
import { nameKey } from "@/lib/configuration/text-rules";
import { type ReferencedName, withPresentNames } from "@/lib/configuration/undo/present-references";
import type { StoredChangeObject } from "@/lib/server/db/change";
import { findVersions } from "@/lib/server/db/change-list";
import { listRenamings, type Renaming } from "@/lib/server/db/change-undo";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import type { Transaction } from "@/lib/server/db/transaction";

/** What an object was before a change and after it, with the present names of what it refers to. */
export interface PresentVersions {
  readonly before: StoredFields | null;
  readonly after: StoredFields | null;
}

/**
 * What objects were before a change and after it. Other objects that have been renamed since are named as they are now: else a field
 * would seem to be changed since, or be given the name of nobody.
 */
export async function presentVersions(
  transaction: Transaction,
  objects: readonly StoredChangeObject[],
): Promise<(object: StoredChangeObject) => PresentVersions> {
  const versions = await findVersions(transaction, objects);
  const names = objects.flatMap((object) => {
    const { before, after } = versions(object);
    return [before, after].flatMap((content) => namesIn(object.entity, content));
  });
  const distinct = new Map(names.map((name) => [`${name.kind} ${name.name}`, name]));
  const byFormer = Map.groupBy(
    await listRenamings(transaction, [...distinct.values()]),
    ({ entity, formerKey }) => `${entity} ${formerKey}`,
  );
  const present = (kind: ConfigurationKind, content: StoredFields | null, at: number) =>
    content &&
    (byFormer.size === 0
      ? content
      : withPresentNames(kind, content, (to, name) => nameSince(byFormer, to, name, at)));
  return (object) => {
    const { before, after, beforeAt, afterAt } = versions(object);
    return {
      before: present(object.entity, before, beforeAt),
      after: present(object.entity, after, afterAt),
    };
  };
}

/** The names that a content holds: of a directory number also that of its partition. */
function namesIn(kind: ConfigurationKind, content: StoredFields | null) {
  return referencesIn(kind, content).flatMap(({ to, name, partition }) =>
    partition === null
      ? [{ kind: to, name }]
      : [
          { kind: to, name },
          { kind: "partition" as const, name: partition },
        ],
  );
}

type Renamings = ReadonlyMap<string, readonly Renaming[]>;

/** What an object is called at a later place of the history, now unless it is given, that was called so at a place. */
function nameSince(
  renamings: Renamings,
  kind: ConfigurationKind,
  named: ReferencedName,
  at: number,
  until = Number.POSITIVE_INFINITY,
): ReferencedName {
  const partitionAt = (name: string | null, from: number, to: number) =>
    name === null ? null : nameSince(renamings, "partition", { name, partition: null }, from, to).name;
  let { name, partition } = named;
  let place = at;
  for (;;) {
    const next = renamings.get(`${kind} ${nameKey(name)}`)?.find((one) => {
      if (one.place <= place || one.place > until || one.madeAt > place) return false;
      return one.formerPartition === nameKey(partitionAt(partition, place, one.place - 1) ?? "");
    });
    if (!next) break;
    ({ name, partition, place } = next);
  }
  return { name, partition: partitionAt(partition, place, until) };
}
