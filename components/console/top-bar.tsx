"use client";

import { PanelLeft, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActivityChips } from "@/components/console/activity-chips";
import { Brand } from "@/components/console/brand";
import { LanguageMenu } from "@/components/console/language-menu";
import type { Preference } from "@/components/console/preferences";
import { ThemeMenu } from "@/components/console/theme-menu";
import { type ShellUser, UserMenu } from "@/components/console/user-menu";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { Link } from "@/components/ui/link";

export type TopBarProps = {
  user: ShellUser;
  clusterName: string;
  onMenu: () => void;
  onSearch: () => void;
  onSignOut: () => void;
  onPreference?: ((preference: Preference) => void) | undefined;
};

/** The dark bar on top of every page. */
export function TopBar({ user, clusterName, onMenu, onSearch, onSignOut, onPreference }: TopBarProps) {
  const t = useTranslations("shell");
  return (
    <header className="on-dark print:hidden sticky top-0 z-30 flex h-(--bar-height) items-center gap-2 border-b border-line bg-bar px-4 text-text max-sm:gap-1 max-sm:px-2">
      <IconButton label={t("openMenu")} size="small" onPress={onMenu} className="lg:hidden">
        <PanelLeft />
      </IconButton>
      <Link href="/" tone="quiet" className="hover:no-underline">
        <Brand />
      </Link>
      <span className="ms-2 min-w-0 truncate border-s border-line ps-4 text-muted max-sm:hidden">
        {t("cluster", { name: clusterName })}
      </span>
      <span className="flex-1" />
      <Button size="small" icon={<Search aria-hidden className="text-muted" />} onPress={onSearch}>
        <span className="max-sm:sr-only">{t("search")}</span>
        <Kbd keys="Ctrl+K" className="max-sm:hidden" />
      </Button>
      <ActivityChips />
      <LanguageMenu onPreference={onPreference} />
      <ThemeMenu onPreference={onPreference} />
      <UserMenu user={user} onSignOut={onSignOut} />
    </header>
  );
}
