"use client";

import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { SaidLine } from "@/components/console/said-line";
import { SoftkeyList } from "@/components/softkey-template/softkey-list";
import type { SoftkeyRow } from "@/components/softkey-template/softkey-rows";
import type { LayoutEditor } from "@/components/softkey-template/use-layout-editor";
import { useSoftkeyDragging } from "@/components/softkey-template/use-softkey-dragging";
import { IconButton } from "@/components/ui/icon-button";
import { type CallState, mandatorySoftkey } from "@/lib/catalog/call-states";
import { maximumSoftkeysPerState } from "@/lib/catalog/softkey-limits";

type LayoutListsProps = { editor: LayoutEditor; state: CallState; isReadOnly: boolean };

const arrowClass = "flex justify-center gap-1 sm:flex-col sm:pt-6";

/** *Unselected Softkeys* and *Selected Softkeys* with the arrows between and beside them (SK-08). */
export function LayoutLists({ editor, state, isReadOnly }: LayoutListsProps) {
  const t = useTranslations("softkeyTemplate.layout");
  const dragging = useSoftkeyDragging(editor);
  const { unselected, selected, cursor, focusWish } = editor;
  const chosen = unselected.find(({ key }) => key === cursor.unselected);
  const position = selected.findIndex(({ key }) => key === cursor.selected);

  function unselectedKeys(event: KeyboardEvent, row: SoftkeyRow): boolean {
    if (isReadOnly || event.key !== "Enter") return false;
    editor.add(row.softkey, selected.length, true);
    return true;
  }
  function selectedKeys(event: KeyboardEvent, _row: SoftkeyRow, at: number): boolean {
    if (isReadOnly) return false;
    if (event.key === "Delete") editor.remove(at, true);
    else if (event.altKey && event.key === "ArrowUp") editor.move(at, at - 1, true);
    else if (event.altKey && event.key === "ArrowDown") editor.move(at, at + 1, true);
    else return false;
    return true;
  }

  return (
    <div className="flex flex-col gap-2">
      <div className="flex gap-2 max-sm:flex-col">
        <SoftkeyList
          id="unselected"
          label={t("unselected")}
          hint={t("unselectedHint")}
          rows={unselected}
          mandatory={null}
          currentKey={cursor.unselected}
          onCurrent={(key) => editor.setCursor("unselected", key)}
          onRowKeys={unselectedKeys}
          focusWish={focusWish}
          dragAndDropHooks={isReadOnly ? undefined : dragging.unselected}
          empty={t("nothingUnselected")}
        />
        {isReadOnly ? null : (
          <div className={arrowClass}>
            <IconButton
              label={t("add")}
              keys="Enter"
              hasBorder
              isDisabled={chosen === undefined}
              onPress={() => chosen && editor.add(chosen.softkey)}
            >
              <ArrowRight className="max-sm:rotate-90" />
            </IconButton>
            <IconButton
              label={t("remove")}
              keys="Delete"
              hasBorder
              isDisabled={position < 0}
              onPress={() => editor.remove(position)}
            >
              <ArrowLeft className="max-sm:rotate-90" />
            </IconButton>
          </div>
        )}
        <SoftkeyList
          id="selected"
          label={t("selected")}
          hint={t("selectedHint", { count: selected.length, limit: maximumSoftkeysPerState })}
          rows={selected}
          isNumbered
          mandatory={mandatorySoftkey(state)}
          currentKey={cursor.selected}
          onCurrent={(key) => editor.setCursor("selected", key)}
          onRowKeys={selectedKeys}
          focusWish={focusWish}
          dragAndDropHooks={isReadOnly ? undefined : dragging.selected}
          empty={t("nothingSelected")}
        />
        {isReadOnly ? null : (
          <div className={arrowClass}>
            <IconButton
              label={t("up")}
              keys="Alt+↑"
              hasBorder
              isDisabled={position < 0}
              onPress={() => editor.move(position, position - 1)}
            >
              <ArrowUp />
            </IconButton>
            <IconButton
              label={t("down")}
              keys="Alt+↓"
              hasBorder
              isDisabled={position < 0}
              onPress={() => editor.move(position, position + 1)}
            >
              <ArrowDown />
            </IconButton>
          </div>
        )}
      </div>
      {isReadOnly ? null : <SaidLine said={editor.said} fallback={t("keys")} />}
    </div>
  );
}
