"use client";

import { useRef } from "react";
import { useDragAndDrop } from "react-aria-components/useDragAndDrop";
import { dropPosition } from "@/components/softkey-template/softkey-rows";
import type { LayoutEditor, ListId } from "@/components/softkey-template/use-layout-editor";
import { DropLine } from "@/components/ui/grid-list";

// Only rows of these two lists fit; nothing that is dragged in from elsewhere does.
const dragType = "application/x-ringback-softkey";

/** Dragging within *Selected Softkeys* and between both lists. */
export function useSoftkeyDragging(editor: LayoutEditor) {
  const dragged = useRef<{ list: ListId; key: string } | null>(null);
  const { unselected, selected } = editor;

  function draggedFrom(list: ListId) {
    const { current } = dragged;
    if (current?.list !== list) return null;
    const rows = list === "selected" ? selected : unselected;
    const position = rows.findIndex(({ key }) => key === current.key);
    const row = rows[position];
    return row ? { ...row, position } : null;
  }
  function shared(list: ListId) {
    return {
      getItems: (keys: Set<unknown>) => [...keys].map((key) => ({ [dragType]: String(key) })),
      acceptedDragTypes: [dragType],
      getDropOperation: () => "move" as const,
      onDragStart: ({ keys }: { keys: Set<unknown> }) => {
        for (const key of keys) dragged.current = { list, key: String(key) };
      },
      onDragEnd: () => {
        dragged.current = null;
      },
    };
  }

  const fromUnselected = useDragAndDrop({
    ...shared("unselected"),
    onRootDrop: () => {
      const row = draggedFrom("selected");
      if (row) editor.remove(row.position);
    },
  });
  const fromSelected = useDragAndDrop({
    ...shared("selected"),
    onReorder: ({ target }) => {
      const row = draggedFrom("selected");
      if (row) editor.move(row.position, dropPosition(selected, target, row.position));
    },
    onInsert: ({ target }) => {
      const row = draggedFrom("unselected");
      if (row) editor.add(row.softkey, dropPosition(selected, target));
    },
    onRootDrop: () => {
      const row = draggedFrom("unselected");
      if (row) editor.add(row.softkey);
    },
    renderDropIndicator: (target) => <DropLine target={target} />,
  });
  return { unselected: fromUnselected.dragAndDropHooks, selected: fromSelected.dragAndDropHooks };
}
