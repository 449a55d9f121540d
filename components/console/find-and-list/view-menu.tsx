"use client";

import { Columns3, Rows3 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ListView } from "@/components/console/find-and-list/use-list-view";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";

type ViewMenuProps = {
  view: ListView;
  onChange: (view: ListView) => void;
  columns: readonly { id: string; label: string; isRowHeader?: boolean }[];
  shownIds: readonly string[];
};

/** Chooses the row height and the columns. The column that names the row always stays. */
export function ViewMenu({ view, onChange, columns, shownIds }: ViewMenuProps) {
  const t = useTranslations("findAndList");
  return (
    <>
      <Menu
        aria-label={t("density")}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[view.density]}
        onAction={(key) => onChange({ ...view, density: key === "compact" ? "compact" : "comfortable" })}
        button={
          <IconButton label={t("density")} size="small">
            <Rows3 />
          </IconButton>
        }
      >
        <MenuItem id="comfortable">{t("comfortable")}</MenuItem>
        <MenuItem id="compact">{t("compact")}</MenuItem>
      </Menu>
      <Menu
        aria-label={t("columns")}
        selectionMode="multiple"
        selectedKeys={shownIds}
        disabledKeys={columns.filter(({ isRowHeader }) => isRowHeader).map(({ id }) => id)}
        onSelectionChange={(keys) =>
          onChange({
            ...view,
            columns: columns.map(({ id }) => id).filter((id) => keys === "all" || keys.has(id)),
          })
        }
        button={
          <Button variant="quiet" size="small" icon={<Columns3 aria-hidden />}>
            {t("columns")}
          </Button>
        }
      >
        {columns.map(({ id, label }) => (
          <MenuItem key={id} id={id}>
            {label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
