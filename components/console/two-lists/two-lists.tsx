"use client";

import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent, ReactNode } from "react";
import { SaidLine } from "@/components/console/said-line";
import type { ListRow, ListsEditor } from "@/components/console/two-lists/list-rows";
import { OrderedList } from "@/components/console/two-lists/ordered-list";
import { useListDragging } from "@/components/console/two-lists/use-list-dragging";
import { IconButton } from "@/components/ui/icon-button";

/** What a list is called, what its order means, and what it says when it is empty. */
type ListWords = { label: string; hint: ReactNode; empty: string };

type TwoListsProps = {
  editor: ListsEditor;
  unselected: ListWords;
  selected: ListWords;
  /** The names of the arrows between the lists. */
  words: { add: string; remove: string };
  isReadOnly: boolean;
};

const arrowClass = "flex justify-center gap-1 sm:flex-col sm:pt-6";

/** What can be selected and what is, with the arrows between and beside them (SK-08). */
export function TwoLists({ editor, unselected: left, selected: right, words, isReadOnly }: TwoListsProps) {
  const t = useTranslations("configuration.lists");
  const dragging = useListDragging(editor);
  const { unselected, selected, cursor, focusWish } = editor;
  const chosen = unselected.find(({ key }) => key === cursor.unselected);
  const position = selected.findIndex(({ key }) => key === cursor.selected);

  function unselectedKeys(event: KeyboardEvent, row: ListRow): boolean {
    if (isReadOnly || event.key !== "Enter") return false;
    editor.add(row.key, selected.length, true);
    return true;
  }
  function selectedKeys(event: KeyboardEvent, _row: ListRow, at: number): boolean {
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
        <OrderedList
          {...left}
          id="unselected"
          rows={unselected}
          currentKey={cursor.unselected}
          onCurrent={(key) => editor.setCursor("unselected", key)}
          onRowKeys={unselectedKeys}
          focusWish={focusWish}
          dragAndDropHooks={isReadOnly ? undefined : dragging.unselected}
        />
        {isReadOnly ? null : (
          <div className={arrowClass}>
            <IconButton
              label={words.add}
              keys="Enter"
              hasBorder
              isDisabled={chosen === undefined}
              onPress={() => chosen && editor.add(chosen.key)}
            >
              <ArrowRight className="max-sm:rotate-90" />
            </IconButton>
            <IconButton
              label={words.remove}
              keys="Delete"
              hasBorder
              isDisabled={position < 0}
              onPress={() => editor.remove(position)}
            >
              <ArrowLeft className="max-sm:rotate-90" />
            </IconButton>
          </div>
        )}
        <OrderedList
          {...right}
          id="selected"
          rows={selected}
          isNumbered
          currentKey={cursor.selected}
          onCurrent={(key) => editor.setCursor("selected", key)}
          onRowKeys={selectedKeys}
          focusWish={focusWish}
          dragAndDropHooks={isReadOnly ? undefined : dragging.selected}
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
