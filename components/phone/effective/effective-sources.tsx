"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { objectPath } from "@/lib/client/object-path";
import type { ValueSource } from "@/lib/configuration/effective-configuration";
import type { EffectiveConfigurationDto } from "@/lib/contract/effective-configuration";
import type { PhoneDto } from "@/lib/contract/phone";

type EffectiveSourcesProps = { phone: PhoneDto; effective: EffectiveConfigurationDto["saved"] };

/** Each value that more than one object can decide, with the one that did. */
export function EffectiveSources({ phone, effective }: EffectiveSourcesProps) {
  const t = useTranslations("phone.effective");
  const field = useTranslations("phone.field");
  const { softkeyTemplate, phoneButtonTemplate, userLocale, networkLocale } = effective;
  const rows = [
    ...(softkeyTemplate
      ? [{ id: "softkeyTemplate" as const, kind: "softkeyTemplate", ...softkeyTemplate }]
      : []),
    { id: "phoneButtonTemplate" as const, kind: "phoneButtonTemplate", ...phoneButtonTemplate },
    { id: "userLocale" as const, kind: "locale", ...userLocale },
    { id: "networkLocale" as const, kind: "locale", ...networkLocale },
  ];
  return (
    <table className="w-full border-collapse text-start">
      <caption className="pb-1 text-start font-medium">{t("sources")}</caption>
      <thead>
        <tr className="border-b border-line bg-sunken text-xs text-muted">
          <th scope="col" className="h-8 px-2 text-start font-medium">
            {t("setting")}
          </th>
          <th scope="col" className="px-2 text-start font-medium">
            {t("value")}
          </th>
          <th scope="col" className="px-2 text-start font-medium">
            {t("source")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, kind, value, source }) => (
          <tr key={id} className="border-b border-line">
            <th scope="row" className="px-2 py-1 text-start font-normal">
              {field(id)}
            </th>
            <td className="px-2 py-1">
              <ObjectLink kind={kind} name={value} />
            </td>
            <td className="px-2 py-1">
              <Source source={source} phone={phone} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ObjectLink({ kind, name }: { kind: string; name: string }) {
  const path = objectPath(kind, name);
  return path === null ? name : <Link href={path}>{name}</Link>;
}

function Source({ source, phone }: { source: ValueSource; phone: PhoneDto }) {
  const t = useTranslations("phone.effective.from");
  const { commonDeviceConfiguration: common } = phone;
  if (source !== "commonDeviceConfiguration" || common === null) return t(source);
  return (
    <>
      {t(source)} <ObjectLink kind="commonDeviceConfiguration" name={common} />
    </>
  );
}
