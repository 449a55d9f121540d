"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ObjectViewProps } from "@/components/console/object/object-description";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { StoredObject } from "@/lib/client/configuration";
import { objectPath } from "@/lib/client/object-path";
import { trunksToQuery } from "@/lib/client/trunk";
import type { RemoteClusterContent } from "@/lib/configuration/remote-cluster";

/** The trunks that lead to the cluster, with what their types mean. */
export function TrunksHere({ object }: ObjectViewProps<RemoteClusterContent, StoredObject>) {
  const t = useTranslations("remoteCluster.trunks");
  const typeName = useTranslations("catalogue.trunkType");
  const name = object === null ? "" : String(object.name);
  const { data } = useQuery({ ...trunksToQuery(name), enabled: name !== "" });
  if (object === null) return <p className="text-muted">{t("unsaved")}</p>;
  if (!data) return null;
  if (data.items.length === 0) return <Notice tone="caution">{t("none")}</Notice>;
  return (
    <ul className="flex flex-col gap-1">
      {data.items.map((trunk) => {
        const path = objectPath("trunk", trunk.name);
        return (
          <li key={trunk.name} className="flex flex-wrap gap-x-3">
            {path === null ? trunk.name : <Link href={path}>{trunk.name}</Link>}
            <span className="text-muted">{typeName(trunk.type)}</span>
          </li>
        );
      })}
    </ul>
  );
}
