"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { DependencyList } from "@/components/console/deletion/dependency-list";
import { dependenciesQuery, type StoredObject } from "@/lib/client/configuration";
import { identityOf } from "@/lib/client/object-identity";

/** *Associated Devices*: the phones, profiles and route points that have the number; several share the line. */
export function AssociatedDevices({ object }: { object: StoredObject | null }) {
  const t = useTranslations("directoryNumber.devices");
  const identity = identityOf("directoryNumber", object ?? { pattern: "" });
  const { data } = useQuery({ ...dependenciesQuery("directoryNumber", identity), enabled: object !== null });
  if (object === null) return <p className="text-muted">{t("afterAdding")}</p>;
  if (!data) return null;
  if (data.total === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <div className="flex flex-col gap-2">
      {data.total > 1 ? <p className="text-muted">{t("shared")}</p> : null}
      <DependencyList dependencies={data.items} counts={data.counts} />
    </div>
  );
}
