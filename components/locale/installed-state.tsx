"use client";

import { CircleCheck, CircleDashed } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ObjectViewProps } from "@/components/console/object/object-description";
import { LocaleRowStep } from "@/components/locale/locale-actions";
import type { StoredLocale } from "@/components/locale/use-installation";
import { Badge } from "@/components/ui/badge";
import { isBuiltInLocale, localeKinds } from "@/lib/catalog/locales";
import type { LocaleContent } from "@/lib/configuration/locale";

type LocaleProps = { object: StoredLocale };

/** Whether a locale is installed, in a word. */
export function InstalledBadge({ object: { isInstalled } }: LocaleProps) {
  const t = useTranslations("locale.state");
  return isInstalled ? (
    <Badge tone="good" icon={<CircleCheck aria-hidden />}>
      {t("installed")}
    </Badge>
  ) : (
    <Badge icon={<CircleDashed aria-hidden />}>{t("notInstalled")}</Badge>
  );
}

/** The same in a row of the list, with what changes it. */
export function InstalledCell({ object }: LocaleProps) {
  return (
    <span className="flex items-center gap-2">
      <InstalledBadge object={object} />
      <LocaleRowStep locale={object} />
    </span>
  );
}

/** What the type of a locale means, and which ones are always there. */
export function LocaleFacts({ object, draft: { kind } }: ObjectViewProps<LocaleContent, StoredLocale>) {
  const t = useTranslations("locale");
  return (
    <>
      {localeKinds.includes(kind) ? <p className="text-muted">{t(`explanation.${kind}`)}</p> : null}
      {object && isBuiltInLocale(object.name) ? <p>{t("builtIn")}</p> : null}
    </>
  );
}
