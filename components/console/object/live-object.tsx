"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { ObjectKind } from "@/components/console/object/object-description";
import { useObjectWords } from "@/components/console/object/use-object-words";
import { Link } from "@/components/ui/link";
import { Toast } from "@/components/ui/toast";
import { objectQuery, revisionsQuery, type StoredObject } from "@/lib/client/configuration";
import { isDeletionOf } from "@/lib/client/deletion-of";
import { goneObjectQuery } from "@/lib/client/gone-object";
import { followWhileSeen } from "@/lib/client/live-updates";
import { identityKey, identityOfKey, identityText, type ObjectIdentity } from "@/lib/client/object-identity";
import { pathOf } from "@/lib/client/object-path";

type LiveObjectProps = {
  object: ObjectKind;
  identity: ObjectIdentity;
  /** The object as the page shows it still. */
  shown: StoredObject;
  /** Somebody else has deleted it, or given it another name. */
  isGone: boolean;
};

/** Keeps an object that somebody looks at up to date with what others do to it, and tells that they have taken it away. */
export function LiveObject({ object, identity, shown, isGone }: LiveObjectProps) {
  const client = useQueryClient();
  const { kind } = object;
  const key = identityKey(identity);
  useEffect(() => {
    const { queryKey } = objectQuery(kind, identityOfKey(key));
    return followWhileSeen(client, () => void client.invalidateQueries({ queryKey }));
  }, [client, kind, key]);
  return isGone ? <GoneToast object={object} identity={identity} shown={shown} /> : null;
}

type GoneToastProps = Omit<LiveObjectProps, "isGone">;

/** Tells who looks at an object that somebody has deleted or renamed it: by whom, and where it is found now. */
function GoneToast({ object, identity, shown }: GoneToastProps) {
  const { kind } = object;
  const { say } = useObjectWords(object);
  const [isClosed, setClosed] = useState(false);
  const { data: told } = useQuery(goneObjectQuery(kind, identity));
  // Who was not told, because the window was not seen, learns it from the history.
  const history = useQuery({ ...revisionsQuery(kind, identity), enabled: told === null });
  const last = history.data?.items[0];
  const by = told?.by ?? (last && isDeletionOf(shown, last) ? last.by : null);
  if (isClosed || told === undefined || (told === null && history.isPending)) return null;
  const renamedTo = told?.renamedTo ?? null;
  const name = identityText(renamedTo ?? identity);
  const title = by === null ? "gone" : renamedTo === null ? "deleted" : "renamed";
  return (
    <Toast
      tone="caution"
      title={say(`others.${title}`, { by: by ?? "", name })}
      actions={
        by === null ? undefined : renamedTo === null ? (
          <Link href={pathOf(kind, identity, "history")}>{say("others.openHistory")}</Link>
        ) : (
          <Link href={pathOf(kind, renamedTo)}>{say("others.open", { name })}</Link>
        )
      }
      onClose={() => setClosed(true)}
    >
      {say("others.stillShown")}
    </Toast>
  );
}
