import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useCallback,
  useLayoutEffect,
  useRef,
} from "react";

type RowEvents = {
  /** Those that are shown; among others none is the one before. */
  rows: readonly unknown[];
  /** By place: whether something can be done with the row. */
  selectable: readonly boolean[];
  selected: readonly boolean[];
  canSelect: boolean;
  /** Gives rows another selection, by their places. */
  onSelect: (places: ReadonlySet<number>) => void;
  /** Opens the page of a row. */
  onOpen: ((index: number) => void) | undefined;
};

const controls = "a, button, input, label, [role=button]";

/**
 * What is done with rows, heard by the table, so that rows are not drawn anew for the sake of listeners: a box selects, with Shift
 * all from the one before; a click beside controls opens the row, or selects it when others are; Enter opens and Space selects the
 * row that has the focus, arrow keys lead to others, Ctrl+A selects all and Escape none.
 */
export function useRowEvents({ rows, selectable, selected, canSelect, onSelect, onOpen }: RowEvents) {
  const anchor = useRef<{ rows: readonly unknown[]; index: number } | null>(null);
  const isRange = useRef(false);
  const chosen = () => selected.flatMap((is, index) => (is ? [index] : []));

  function selectFrom(index: number, is: boolean, isFromAnchor: boolean) {
    const before = anchor.current?.rows === rows ? anchor.current.index : index;
    const from = isFromAnchor ? before : index;
    anchor.current = { rows, index };
    const next = new Set(chosen());
    for (let place = Math.min(from, index); place <= Math.max(from, index); place++) {
      if (!selectable[place]) continue;
      if (is) next.add(place);
      else next.delete(place);
    }
    onSelect(next);
  }

  const select = useRef(selectFrom);
  useLayoutEffect(() => {
    select.current = selectFrom;
  });
  /** The box of a row was pressed. Always the same function. */
  const onBox = useCallback((index: number, is: boolean) => select.current(index, is, isRange.current), []);

  const listeners = {
    onPointerDownCapture({ shiftKey }: PointerEvent) {
      isRange.current = shiftKey;
    },
    onKeyDownCapture({ key, shiftKey }: KeyboardEvent) {
      isRange.current = key === " " && shiftKey;
    },
    onMouseDown(event: MouseEvent) {
      const { target, shiftKey } = event;
      // Else the browser would mark all text from the last click to this one.
      if (canSelect && shiftKey && rowOf(target) && !(target as Element).closest(controls))
        event.preventDefault();
    },
    onClick({ target, shiftKey }: MouseEvent) {
      const index = placeOf(target);
      if (index === null || (target as Element).closest(controls) || hasMarkedText()) return;
      if (canSelect && selected.includes(true)) selectFrom(index, !selected[index], shiftKey);
      else onOpen?.(index);
    },
    onKeyDown(event: KeyboardEvent) {
      const { key, target } = event;
      const row = rowOf(target);
      if (!row) return;
      const isOnRow = target === row;
      const index = Number(row.dataset.index);
      if (canSelect && key === "a" && (event.ctrlKey || event.metaKey)) {
        onSelect(new Set(selectable.flatMap((is, place) => (is ? [place] : []))));
      } else if (canSelect && key === "Escape" && selected.includes(true)) onSelect(new Set());
      else if (key === "ArrowDown" || key === "ArrowUp") {
        const next = key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
        if (next instanceof HTMLElement) next.focus();
      } else if (isOnRow && key === "Enter") onOpen?.(index);
      else if (isOnRow && key === " " && canSelect && selectable[index])
        selectFrom(index, !selected[index], event.shiftKey);
      else return;
      event.preventDefault();
    },
  };
  return { onBox, listeners };
}

function rowOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("tr[data-index]") : null;
}

function placeOf(target: EventTarget): number | null {
  const row = rowOf(target);
  return row && Number(row.dataset.index);
}

/** Whoever marks text in a row, to copy it, does not mean the row. */
function hasMarkedText(): boolean {
  return document.getSelection()?.isCollapsed === false;
}
