"use client";

import { Languages } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type Preference, usePreferences } from "@/components/console/preferences";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { isLocale, locales } from "@/lib/i18n/locales";

/** Chooses the language; `onPreference` may remember it with the person. */
export function LanguageMenu({
  onPreference,
}: {
  onPreference?: ((preference: Preference) => void) | undefined;
}) {
  const t = useTranslations("shell");
  const locale = useLocale();
  const { setLanguage } = usePreferences();
  return (
    <Menu
      aria-label={t("language")}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[locale]}
      onAction={(key) => {
        const chosen = String(key);
        if (!isLocale(chosen)) return;
        setLanguage(chosen);
        onPreference?.({ language: chosen });
      }}
      button={
        <IconButton label={t("language")} size="small">
          <Languages />
        </IconButton>
      }
    >
      {locales.map((id) => (
        <MenuItem key={id} id={id} lang={id}>
          {t(`languageName.${id}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
