"use client";

import { useQuery } from "@tanstack/react-query";
import { Bookmark } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ListQuery } from "@/components/console/find-and-list/types";
import type { ListSettings } from "@/components/console/find-and-list/use-list-settings";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuSection } from "@/components/ui/menu";
import { listViewsQuery } from "@/lib/client/list-view";
import { showsTheSame } from "@/lib/client/list-view-address";
import type { ListName } from "@/lib/configuration/list-view";
import type { ListViewDto } from "@/lib/contract/list-view";

// Most visits never open it.
const SaveView = dynamic(() =>
  import("@/components/console/find-and-list/save-view").then((module) => module.SaveView),
);

type SavedViewsProps = {
  list: ListName;
  query: ListQuery;
  settings: ListSettings;
  onOpen: (view: ListViewDto) => void;
};

/** The named views of a list: opens one, saves what is shown as one, changes the one that is open. */
export function SavedViews({ list, query, settings, onOpen }: SavedViewsProps) {
  const t = useTranslations("findAndList.views");
  const { data } = useQuery(listViewsQuery(list));
  const [openedId, setOpened] = useState<string | null>(null);
  const [asking, setAsking] = useState<"new" | "change" | null>(null);
  const views = data?.items ?? [];
  // The one that was opened stays the one to change while the filter is being refined.
  const shown = views.find((view) => showsTheSame(view, query));
  const current = views.find(({ id }) => id === openedId) ?? shown;
  const sections = [
    { title: t("own"), items: views.filter(({ isOwn }) => isOwn) },
    { title: t("shared"), items: views.filter(({ isOwn }) => !isOwn) },
  ].filter(({ items }) => items.length > 0);

  function act(key: string) {
    if (key === "new" || key === "change") return setAsking(key);
    const view = views.find(({ id }) => id === key);
    if (!view) return;
    setOpened(view.id);
    onOpen(view);
  }
  const isDefault = (view: ListViewDto) => settings.defaultView?.id === view.id;
  return (
    <>
      <Menu
        aria-label={t("title")}
        onAction={(key) => act(String(key))}
        button={
          <Button variant="quiet" size="small" icon={<Bookmark aria-hidden />} className="max-w-64">
            {shown ? t("shown", { name: shown.name }) : t("title")}
          </Button>
        }
      >
        {sections.map(({ title, items }) => (
          <MenuSection key={title} title={title}>
            {items.map((view) => (
              <MenuItem
                key={view.id}
                id={view.id}
                detail={[
                  ...(view.isOwn ? [] : [view.owner]),
                  ...(isDefault(view) ? [t("isDefault")] : []),
                ].join(", ")}
              >
                {view.name}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
        <MenuSection title={t("shownNow")}>
          <MenuItem id="new">{t("save")}</MenuItem>
          {current ? <MenuItem id="change">{t("change", { name: current.name })}</MenuItem> : null}
        </MenuSection>
      </Menu>
      {asking === null ? null : (
        <SaveView
          list={list}
          view={asking === "change" ? (current ?? null) : null}
          shown={{ where: query.where, match: query.match, sort: query.sort, columns: settings.columns }}
          settings={settings}
          onSaved={(id) => setOpened(id)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
