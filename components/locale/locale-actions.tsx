"use client";

import { PackageMinus, PackagePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ObjectViewProps } from "@/components/console/object/object-description";
import { ToolbarButton } from "@/components/console/toolbar";
import { UninstallLocale } from "@/components/locale/uninstall-locale";
import { type StoredLocale, useInstallation } from "@/components/locale/use-installation";
import { Button } from "@/components/ui/button";
import { isBuiltInLocale } from "@/lib/catalog/locales";
import type { LocaleContent } from "@/lib/configuration/locale";

/** What *Install* or *Uninstall* of a locale does, with the dialog that it may need. */
function useSteps(locale: StoredLocale) {
  const { setInstalled, isPending } = useInstallation(locale);
  const [isAsking, setAsking] = useState(false);
  return {
    isPending,
    step: locale.isInstalled ? ("uninstall" as const) : ("install" as const),
    press: () => (locale.isInstalled ? setAsking(true) : void setInstalled(true)),
    dialog: isAsking ? (
      <UninstallLocale
        locale={locale}
        isPending={isPending}
        onUninstall={() => void setInstalled(false).then(() => setAsking(false))}
        onClose={() => setAsking(false)}
      />
    ) : null,
  };
}

const icons = { install: <PackagePlus aria-hidden />, uninstall: <PackageMinus aria-hidden /> };

/** *Install* or *Uninstall* on the page of a locale. */
export function LocaleActions({ object }: ObjectViewProps<LocaleContent, StoredLocale>) {
  return object === null || isBuiltInLocale(object.name) ? null : <LocaleStep locale={object} />;
}

function LocaleStep({ locale }: { locale: StoredLocale }) {
  const t = useTranslations("locale");
  const { step, isPending, press, dialog } = useSteps(locale);
  return (
    <>
      <ToolbarButton
        id={step}
        icon={icons[step]}
        label={t(`${step}.action`)}
        variant={step === "install" ? "primary" : "default"}
        isPending={isPending}
        onPress={press}
      />
      {dialog}
    </>
  );
}

/** *Install* or *Uninstall* in a row of the list. */
export function LocaleRowStep({ locale }: { locale: StoredLocale }) {
  const t = useTranslations("locale");
  const { step, isPending, press, dialog } = useSteps(locale);
  if (isBuiltInLocale(locale.name)) return null;
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        icon={icons[step]}
        isPending={isPending}
        onPress={press}
        aria-label={t(`${step}.of`, { name: locale.name })}
      >
        {t(`${step}.action`)}
      </Button>
      {dialog}
    </>
  );
}
