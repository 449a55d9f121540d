"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Preference, usePreferences } from "@/components/console/preferences";
import { isTheme, themes } from "@/components/console/theme";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";

const icons = { system: Monitor, light: Sun, dark: Moon } as const;

/** Chooses the theme; `onPreference` may remember it with the person. */
export function ThemeMenu({
  onPreference,
}: {
  onPreference?: ((preference: Preference) => void) | undefined;
}) {
  const t = useTranslations("shell");
  const { theme, setTheme } = usePreferences();
  const Icon = icons[theme];
  return (
    <Menu
      aria-label={t("theme")}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[theme]}
      onAction={(key) => {
        const chosen = String(key);
        if (!isTheme(chosen)) return;
        setTheme(chosen);
        onPreference?.({ theme: chosen });
      }}
      button={
        <IconButton label={t("theme")} size="small">
          <Icon />
        </IconButton>
      }
    >
      {themes.map((id) => (
        <MenuItem key={id} id={id}>
          {t(`themeName.${id}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
