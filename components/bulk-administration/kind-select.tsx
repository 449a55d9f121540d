"use client";

import { useTranslations } from "next-intl";
import { useBulkWords } from "@/components/bulk-administration/use-bulk-words";
import { Select } from "@/components/ui/select";
import { isAllowed, type Role } from "@/lib/catalog/roles";
import { bulkResources } from "@/lib/configuration/bulk-resources";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";

type KindSelectProps = {
  value: ConfigurationKind;
  onChange: (kind: ConfigurationKind) => void;
  /** Kinds for which the person lacks the privilege are left out. */
  role: Role;
  privilege: "read" | "update";
};

/** Which kind of objects a page of bulk administration is about. */
export function KindSelect({ value, onChange, role, privilege }: KindSelectProps) {
  const t = useTranslations("bulkAdministration");
  const words = useBulkWords();
  const kinds = Object.values(bulkResources).filter((kind) => isAllowed(role, kind, privilege));
  return (
    <Select
      label={t("objects")}
      className="w-72"
      value={value}
      onChange={onChange}
      options={kinds.map((kind) => ({ id: kind, label: words.plural(kind) }))}
    />
  );
}
