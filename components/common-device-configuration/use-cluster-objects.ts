"use client";

import { useQuery } from "@tanstack/react-query";
import { localesQuery } from "@/lib/client/common-device-configuration";
import { originsQuery } from "@/lib/client/softkey-template";
import type { Known } from "@/lib/configuration/known";

/** What a drop-down of another kind of objects offers. */
export type OfferedObject = { name: string; isInstalled: boolean };

/** The objects of the cluster that a common device configuration can name. */
export function useClusterObjects() {
  const templates = useQuery(originsQuery()).data?.items ?? [];
  const locales = useQuery(localesQuery()).data?.items ?? [];
  const localesOf = (kind: "user" | "network") => locales.filter((locale) => locale.kind === kind);
  const offered: Readonly<
    Record<"softkeyTemplate" | "userLocale" | "networkLocale", readonly OfferedObject[]>
  > = {
    softkeyTemplate: templates.map(({ name }) => ({ name, isInstalled: true })),
    userLocale: localesOf("user"),
    networkLocale: localesOf("network"),
  };
  const known: Known = {
    // The drop-downs offer only what there is.
    exists: () => true,
    locale: (name) => locales.find((locale) => locale.name === name),
    phoneButtonTemplate: () => undefined,
  };
  return { offered, known };
}

export type ClusterObjects = ReturnType<typeof useClusterObjects>;
