"use client";

import { useTranslations } from "next-intl";
import { Menu } from "react-aria-components/Menu";
import { useNavigate } from "@/components/console/navigation-guard";
import { type PaletteEntry, sections, usePaletteEntries } from "@/components/console/palette/palette-entries";
import { havingWords, rankEntries } from "@/components/console/palette/rank-entries";
import { type SearchObjects, useObjectSearch } from "@/components/console/palette/use-object-search";
import { Kbd } from "@/components/ui/kbd";
import { MenuItem, MenuSection } from "@/components/ui/menu";
import type { Role } from "@/lib/catalog/roles";
import { identityText } from "@/lib/client/object-identity";
import type { FoundObject } from "@/lib/client/search";

type PaletteResultsProps = {
  role: Role;
  text: string;
  searchObjects: SearchObjects | undefined;
  onKeyboardHelp: () => void;
  onClose: () => void;
};

const objectsFirst = ["objects", ...sections.filter((section) => section !== "objects")] as const;

/** How many recent objects are shown before anything is typed. */
const shownRecent = 6;

/** What fits what is typed, section by section. */
export function PaletteResults({ role, text, searchObjects, onKeyboardHelp, onClose }: PaletteResultsProps) {
  const t = useTranslations("shell.palette");
  const own = usePaletteEntries(role, onKeyboardHelp);
  const { found, isSearching, isUnavailable } = useObjectSearch(text, searchObjects);
  const lastFound = useFoundEntries(found);
  // What was found for the beginning of the text may not have the rest: it comes first, and Enter would run it.
  const objects = isSearching ? havingWords(lastFound, text) : lastFound;
  const isTyped = text.trim() !== "";
  const fitting = isTyped ? rankEntries(own, text) : { entries: own, isAlike: false };
  // What is merely alike waits for the objects: the line that comes first gets the focus, and Enter runs it.
  const ranked = fitting.isAlike && isSearching ? { ...fitting, entries: [] } : fitting;
  const known = new Set(objects.map(({ id }) => id));
  const recent = ranked.entries.filter(({ section }) => section === "recent");
  const shown = [...ranked.entries, ...objects].filter(
    // An object is there once: as one that was found when it was, for then it tells why.
    (entry) =>
      entry.section !== "recent" ||
      (!known.has(entry.id.replace("recent:", "object:")) &&
        (isTyped || recent.indexOf(entry) < shownRecent)),
  );
  const order = ranked.isAlike ? objectsFirst : sections;
  return (
    <>
      <Menu
        aria-label={t("title")}
        className="min-h-0 flex-1 overflow-y-auto p-1 outline-none"
        renderEmptyState={() => (
          <p className="px-3 py-6 text-center text-muted">
            {isSearching ? t("searching") : t("nothing", { text })}
          </p>
        )}
      >
        {order.map((section) => {
          const entries = shown.filter((entry) => entry.section === section);
          if (entries.length === 0) return null;
          const isAlike = section === "objects" && found.every((object) => object.isAlike);
          return (
            <MenuSection key={section} title={t(isAlike ? "alike" : section)}>
              {entries.map((entry) => (
                <PaletteItem key={entry.id} entry={entry} onClose={onClose} />
              ))}
            </MenuSection>
          );
        })}
      </Menu>
      {isUnavailable ? (
        <p role="alert" className="border-t border-line px-3 py-2 text-bad">
          {t("unavailable")}
        </p>
      ) : null}
    </>
  );
}

function useFoundEntries(found: readonly FoundObject[]): PaletteEntry[] {
  const t = useTranslations("shell");
  const navigate = useNavigate();
  return found.map((object) => ({
    id: `object:${object.href}`,
    section: "objects",
    label: identityText(object),
    note: object.found
      ? t(`palette.found.${object.found.field}`, { text: object.found.text })
      : object.description,
    words: object.found?.text ?? object.description,
    detail: t(`tree.${object.kind}`),
    run: () => navigate(object.href),
  }));
}

function PaletteItem({ entry, onClose }: { entry: PaletteEntry; onClose: () => void }) {
  const { id, label, note, detail, keys, run } = entry;
  return (
    <MenuItem
      id={id}
      note={note}
      detail={
        <span className="flex items-center gap-3">
          {detail}
          {keys === undefined ? null : <Kbd keys={keys} />}
        </span>
      }
      onAction={() => {
        onClose();
        run();
      }}
    >
      {label}
    </MenuItem>
  );
}
