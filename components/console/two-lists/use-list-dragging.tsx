"use client";

import { useRef } from "react";
import { useDragAndDrop } from "react-aria-components/useDragAndDrop";
import { dropPosition, type ListId, type ListsEditor } from "@/components/console/two-lists/list-rows";
import { DropLine } from "@/components/ui/grid-list";

// Only rows of these two lists fit; nothing that is dragged in from elsewhere does.
const dragType = "application/x-ringback-list-row";

/** Dragging within the list of what is selected, and between both lists. */
export function useListDragging(editor: ListsEditor) {
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
      if (row) editor.add(row.key, dropPosition(selected, target));
    },
    onRootDrop: () => {
      const row = draggedFrom("unselected");
      if (row) editor.add(row.key);
    },
    renderDropIndicator: (target) => <DropLine target={target} />,
  });
  return { unselected: fromUnselected.dragAndDropHooks, selected: fromSelected.dragAndDropHooks };
}
