"use client";

import { useTranslations } from "next-intl";
import { describeObject } from "@/components/console/object/object-description";
import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";
import { NumbersEditor } from "@/components/remote-cluster/numbers-editor";
import { TrunksHere } from "@/components/remote-cluster/trunks-here";
import type { StoredObject } from "@/lib/client/configuration";
import { type RemoteClusterContent, remoteClusterRules } from "@/lib/configuration/remote-cluster";

const mostShown = 4;

function NumbersCell({ object }: { object: Pick<RemoteClusterContent, "directoryNumbers"> }) {
  const t = useTranslations("remoteCluster.list");
  const patterns = object.directoryNumbers.map(({ pattern }) => pattern);
  const more = patterns.length - mostShown;
  return (
    <span className="whitespace-nowrap tabular-nums">
      {patterns.slice(0, mostShown).join(", ")}
      {more > 0 ? ` ${t("moreNumbers", { count: more })}` : ""}
    </span>
  );
}

/** What the pages of remote clusters show: the numbers behind a trunk (OV-02). */
export const remoteCluster = describeObject<RemoteClusterContent, StoredObject & RemoteClusterContent>({
  rules: remoteClusterRules,
  groups: [
    { id: "information", fields: ["name", "description"] },
    { id: "numbers", fields: [{ path: "directoryNumbers", Editor: NumbersEditor }] },
    { id: "trunks", fields: [], Section: TrunksHere },
  ],
  columns: ["description", { field: "directoryNumbers", Cell: NumbersCell, isUnsorted: true }],
});

/** The pages of remote clusters (OV-02). */
export function RemoteClusterPages(props: ObjectPagesProps) {
  return <ObjectPages object={remoteCluster} {...props} />;
}
