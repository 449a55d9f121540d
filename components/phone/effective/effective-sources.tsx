"use client";

import { useTranslations } from "next-intl";
import { ComparisonTable } from "@/components/phone/effective/comparison-table";
import { Link } from "@/components/ui/link";
import { objectPath } from "@/lib/client/object-path";
import type { ValueSource } from "@/lib/configuration/effective-configuration";
import type { EffectiveConfigurationDto } from "@/lib/contract/effective-configuration";
import type { PhoneDto } from "@/lib/contract/phone";

type EffectiveSourcesProps = Pick<EffectiveConfigurationDto, "saved" | "running"> & { phone: PhoneDto };

const settings = [
  { id: "softkeyTemplate", kind: "softkeyTemplate" },
  { id: "phoneButtonTemplate", kind: "phoneButtonTemplate" },
  { id: "userLocale", kind: "locale" },
  { id: "networkLocale", kind: "locale" },
] as const;

/** Each value that more than one object can decide, with the one that did, and the one that runs. */
export function EffectiveSources({ phone, saved, running }: EffectiveSourcesProps) {
  const t = useTranslations("phone.effective");
  const field = useTranslations("phone.field");
  return (
    <ComparisonTable
      caption={t("sources")}
      rowTitle={t("setting")}
      hasSources
      rows={settings.flatMap(({ id, kind }) => {
        const [configured, runs] = [saved[id], running?.[id]];
        if (!configured) return [];
        return {
          id,
          name: field(id),
          configured: <ObjectLink kind={kind} name={configured.value} />,
          source: <Source source={configured.source} phone={phone} profile={saved.deviceProfile} />,
          running: runs?.value ?? null,
          differs: runs !== undefined && runs?.value !== configured.value,
        };
      })}
    />
  );
}

function ObjectLink({ kind, name }: { kind: string; name: string }) {
  const path = objectPath(kind, name);
  return path === null ? name : <Link href={path}>{name}</Link>;
}

type SourceProps = {
  source: ValueSource;
  phone: PhoneDto;
  profile: EffectiveConfigurationDto["saved"]["deviceProfile"];
};

function Source({ source, phone, profile }: SourceProps) {
  const t = useTranslations("phone.effective.from");
  const objects = {
    commonDeviceConfiguration: phone.commonDeviceConfiguration,
    deviceProfile: profile?.name,
  };
  const name = source === "phone" || source === "default" ? null : objects[source];
  if (!name) return t(source);
  return (
    <>
      {t(source)} <ObjectLink kind={source} name={name} />
    </>
  );
}
