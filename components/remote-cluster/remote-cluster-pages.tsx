"use client";

import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";
import { remoteCluster } from "@/components/remote-cluster/remote-cluster";

/** The pages of remote clusters (OV-02). */
export function RemoteClusterPages(props: ObjectPagesProps) {
  return <ObjectPages object={remoteCluster} {...props} />;
}
