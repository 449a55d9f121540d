"use client";

import { useLocale, useTranslations } from "next-intl";
import { OfferedCommand } from "@/components/console/commands";
import { menuPages, menuTree, visibleEntries } from "@/components/console/menu-tree";
import { useNavigate } from "@/components/console/navigation-guard";
import { type Preference, usePreferences } from "@/components/console/preferences";
import { themes } from "@/components/console/theme";
import type { Role } from "@/lib/catalog/roles";
import { locales } from "@/lib/i18n/locales";

type ShellCommandsProps = {
  role: Role;
  onPreference: ((preference: Preference) => void) | undefined;
  onSignOut: () => void;
};

/** What works on every page: G and a letter for pages, and in the palette theme, language, sign out. */
export function ShellCommands({ role, onPreference, onSignOut }: ShellCommandsProps) {
  const t = useTranslations("shell");
  const locale = useLocale();
  const navigate = useNavigate();
  const { theme, setTheme, setLanguage } = usePreferences();
  const pages = visibleEntries(
    menuPages(menuTree).map(({ page }) => page),
    role,
  );
  return (
    <>
      <OfferedCommand
        id="goTo:home"
        label={t("palette.startPage")}
        keys="G>H"
        scope="goTo"
        run={() => navigate("/")}
      />
      {pages.map(({ id, letter, path }) =>
        letter === undefined ? null : (
          <OfferedCommand
            key={id}
            id={`goTo:${id}`}
            label={t(`tree.${id}`)}
            keys={`G>${letter}`}
            scope="goTo"
            isInPalette={false}
            run={() => navigate(path)}
          />
        ),
      )}
      {themes.map((other) =>
        other === theme ? null : (
          <OfferedCommand
            key={other}
            id={`theme:${other}`}
            label={t("palette.useTheme", { theme: t(`themeName.${other}`) })}
            words={`theme ${other}`}
            scope="anywhere"
            run={() => {
              setTheme(other);
              onPreference?.({ theme: other });
            }}
          />
        ),
      )}
      {locales.map((language) =>
        language === locale ? null : (
          <OfferedCommand
            key={language}
            id={`language:${language}`}
            label={t("palette.useLanguage", { language: t(`languageName.${language}`) })}
            words={`language ${language}`}
            scope="anywhere"
            run={() => {
              setLanguage(language);
              onPreference?.({ language });
            }}
          />
        ),
      )}
      <OfferedCommand
        id="signOut"
        label={t("signOut")}
        words="sign out log out"
        scope="anywhere"
        run={onSignOut}
      />
    </>
  );
}
