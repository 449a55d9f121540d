"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "@/components/console/commands";
import { menuPages, menuTree, visibleEntries } from "@/components/console/menu-tree";
import { useNavigate } from "@/components/console/navigation-guard";
import type { RankedEntry } from "@/components/console/palette/rank-entries";
import { useRecent } from "@/components/console/palette/recent";
import { relatedPrefix } from "@/components/console/related-links";
import type { Role } from "@/lib/catalog/roles";
import { identityText } from "@/lib/client/object-identity";
import { pathOf } from "@/lib/client/object-path";

/** The sections of the palette, in their order; `objects` are those that the server finds. */
export const sections = ["actions", "recent", "objects", "pages", "anywhere"] as const;
export type Section = (typeof sections)[number];

/** A line of the palette. */
export interface PaletteEntry extends RankedEntry {
  readonly section: Section;
  /** Beside the label: what tells it from others. */
  readonly note?: string;
  /** At the end: of what kind it is, or where. */
  readonly detail?: string;
  readonly keys?: string | undefined;
  readonly run: () => void;
}

/** `directoryNumber` as words, so that pages are found by their English names in every language. */
const wordsOf = (id: string) => id.replace(/([A-Z])/g, " $1").toLowerCase();

const isLink = (id: string) => id.startsWith(relatedPrefix);

/** Everything that the palette knows without the server. */
export function usePaletteEntries(role: Role, onKeyboardHelp: () => void): readonly PaletteEntry[] {
  const t = useTranslations("shell");
  const navigate = useNavigate();
  // What the page does comes before where it leads.
  const commands = useCommands()
    .filter(({ isInPalette }) => isInPalette !== false)
    .toSorted((one, other) => Number(isLink(one.id)) - Number(isLink(other.id)));
  const { read } = useRecent();
  const [recent] = useState(read);
  const pages = visibleEntries(
    menuPages(menuTree).map(({ page }) => page),
    role,
  );
  const trails = new Map(menuPages(menuTree).map(({ page, trail }) => [page.id, trail]));
  return [
    ...commands.map(({ id, label, keys, words, scope, run }): PaletteEntry => {
      const section = scope === "page" ? "actions" : scope === "goTo" ? "pages" : "anywhere";
      return { id: `command:${id}`, section, label, words: words ?? "", keys, run: () => run() };
    }),
    ...recent.map((object): PaletteEntry => {
      const kind = t(`tree.${object.kind}`);
      const href = pathOf(object.kind, object);
      const label = identityText(object);
      return {
        id: `recent:${href}`,
        section: "recent",
        label,
        words: kind,
        detail: kind,
        run: () => navigate(href),
      };
    }),
    ...pages.map(({ id, path, letter }): PaletteEntry => {
      const trail = (trails.get(id) ?? []).map((above) => t(`tree.${above}`));
      const keys = letter === undefined ? undefined : `G>${letter}`;
      const words = `${trail.join(" ")} ${wordsOf(id)}`;
      return {
        id: `page:${id}`,
        section: "pages",
        label: t(`tree.${id}`),
        words,
        detail: trail.join(" > "),
        keys,
        run: () => navigate(path),
      };
    }),
    {
      id: "page:keyboard",
      section: "pages",
      label: t("tree.keyboard"),
      words: "keyboard",
      detail: t("tree.help"),
      keys: "?",
      run: onKeyboardHelp,
    },
  ];
}
