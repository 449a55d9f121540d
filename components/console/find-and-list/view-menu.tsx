"use client";

import { Columns3, Rows3 } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ListSettings } from "@/components/console/find-and-list/use-list-settings";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { ListColumnSetting } from "@/lib/configuration/list-view";

// Most visits never open it.
const ColumnsDialog = dynamic(() =>
  import("@/components/console/find-and-list/columns-dialog").then((module) => module.ColumnsDialog),
);

type ViewMenuProps = {
  settings: ListSettings;
  onChange: (change: Partial<Pick<ListSettings, "density" | "columns">>) => void;
  columns: readonly { id: string; label: string; isRowHeader?: boolean }[];
  shown: readonly ListColumnSetting[];
};

/** Chooses the row height and the columns. The column that names the row always stays. */
export function ViewMenu({ settings, onChange, columns, shown }: ViewMenuProps) {
  const t = useTranslations("findAndList");
  const [isChoosing, setChoosing] = useState(false);
  return (
    <>
      <Menu
        aria-label={t("density")}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[settings.density]}
        onAction={(key) => onChange({ density: key === "compact" ? "compact" : "comfortable" })}
        button={
          <IconButton label={t("density")} size="small">
            <Rows3 />
          </IconButton>
        }
      >
        <MenuItem id="comfortable">{t("comfortable")}</MenuItem>
        <MenuItem id="compact">{t("compact")}</MenuItem>
      </Menu>
      <Button variant="quiet" size="small" icon={<Columns3 aria-hidden />} onPress={() => setChoosing(true)}>
        {t("columns")}
      </Button>
      {isChoosing ? (
        <ColumnsDialog
          columns={columns}
          shown={shown.map(({ id, width }) => ({ id, width }))}
          onChange={(chosen) => onChange({ columns: chosen })}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </>
  );
}
