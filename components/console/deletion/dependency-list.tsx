"use client";

import { useTranslate } from "@/components/console/use-translate";
import { Link } from "@/components/ui/link";
import { identityKey, identityText, type ObjectIdentity } from "@/lib/client/object-identity";
import { objectPath } from "@/lib/client/object-path";

/** An object that uses the one that is shown. */
export type Dependency = { kind: string; name: string; partition?: string | null | undefined };

type DependencyListProps = {
  dependencies: readonly Dependency[];
  /** How many there are of each kind, when `dependencies` are only the first of them. */
  counts?: readonly { kind: string; count: number }[];
};

/** Dependency records, grouped by kind with their counts and links. */
export function DependencyList({ dependencies, counts }: DependencyListProps) {
  const translate = useTranslate();
  const groups = Map.groupBy(dependencies, ({ kind }) => kind);
  const known = counts ?? [...groups].map(([kind, { length }]) => ({ kind, count: length }));
  return (
    <dl className="flex flex-col gap-3">
      {known.map(({ kind, count }) => {
        const records = groups.get(kind) ?? [];
        return (
          <div key={kind}>
            <dt className="font-medium">
              {/* A kind that this console does not know yet is shown as the API names it. */}
              {translate.has(`shell.tree.${kind}`) ? translate(`shell.tree.${kind}`) : kind}
              <span className="ms-2 text-muted">
                {translate("configuration.dependencies.count", { count })}
              </span>
            </dt>
            {records.map(({ name, partition = null }) => (
              <dd key={identityKey({ name, partition })} className="ms-4">
                <RecordName kind={kind} name={name} partition={partition} />
              </dd>
            ))}
            {count > records.length ? (
              <dd className="ms-4 text-muted">
                {translate("configuration.dependencies.more", { count: count - records.length })}
              </dd>
            ) : null}
          </div>
        );
      })}
    </dl>
  );
}

/** The name of an object that uses another one, leading to its page. */
export function RecordName({ kind, name, partition }: ObjectIdentity & { kind: string }) {
  const href = objectPath(kind, name, partition);
  const text = identityText({ name, partition });
  return href === null ? text : <Link href={href}>{text}</Link>;
}
