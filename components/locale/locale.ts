import type { ComponentType } from "react";
import { describeObject } from "@/components/console/object/object-description";
import { InstalledBadge, InstalledCell, LocaleFacts } from "@/components/locale/installed-state";
import { LocaleActions } from "@/components/locale/locale-actions";
import type { StoredLocale } from "@/components/locale/use-installation";
import { isBuiltInLocale } from "@/lib/catalog/locales";
import { type LocaleContent, localeRules } from "@/lib/configuration/locale";

/** A locale is listed once and never edited: it is installed and uninstalled. */
function localeWith(StateCell: ComponentType<{ object: StoredLocale }>) {
  return describeObject<LocaleContent, StoredLocale>({
    rules: localeRules,
    groups: [
      {
        id: "information",
        fields: ["name", { path: "kind", words: "catalogue.localeKind" }],
        Section: LocaleFacts,
      },
    ],
    columns: ["kind", { field: "isInstalled", Cell: StateCell, room: "more" }],
    canCopy: false,
    canEdit: false,
    isBuiltIn: ({ name }) => isBuiltInLocale(name),
    Badges: InstalledBadge,
    Actions: LocaleActions,
  });
}

/** What the pages of locales show to those who may only look (PR-02). */
export const readableLocale = localeWith(InstalledBadge);

/** What they show to those who may install and uninstall. */
export const locale = localeWith(InstalledCell);
