"use client";

import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { isChosen, shownText, type ValueWords } from "@/components/console/grid-edit/cells";
import type { Edits } from "@/components/console/grid-edit/edits";
import { moved, type Place, samePlace, tabbed } from "@/components/console/grid-edit/place";
import type { Grid } from "@/components/console/grid-edit/use-grid";
import type { UpdateField } from "@/components/console/object/update-fields";

/** A cell that is being written, and how it began: arrows leave one that was begun by typing. */
type Writing = { place: Place; text: string; isBegunByTyping: boolean };

/**
 * Where the keyboard is in the grid, and the cell that is being written: as in spreadsheets, letters begin to write, F2 and
 * Enter open the cell, Enter and Tab go on, Escape leaves it as it was.
 */
export function useCellWriting(grid: Grid, fields: readonly UpdateField[], words: ValueWords) {
  const { rows, edits } = grid;
  const table = useRef<HTMLTableElement>(null);
  const wantsFocus = useRef(true);
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const [writing, setWriting] = useState<Writing | null>(null);
  const size = { rows: rows.length, columns: fields.length };

  // After a list or a dialog has let the focus go.
  useEffect(() => {
    if (!wantsFocus.current || writing !== null) return;
    wantsFocus.current = false;
    const selector = `[data-row="${place.row}"][data-column="${place.column}"]`;
    table.current?.querySelector<HTMLElement>(selector)?.focus();
  });

  function goTo(next: Place) {
    wantsFocus.current = true;
    setWriting(null);
    setPlace(next);
  }

  function write(at: Place, isBegunByTyping: boolean) {
    const field = fields[at.column];
    if (!field || grid.isHeld) return;
    const text = isBegunByTyping && !isChosen(field) ? "" : grid.textAt(at);
    setPlace(at);
    setWriting({ place: at, text, isBegunByTyping });
  }

  /** What is being written becomes the cell's. */
  function finish(): Edits {
    if (!writing) return edits;
    setWriting(null);
    const field = fields[writing.place.column];
    return field && isChosen(field) ? edits : grid.put([{ place: writing.place, text: writing.text.trim() }]);
  }

  /** The same, before all is saved: the cell keeps the keyboard, which would be the page's otherwise. */
  function finishToSave(): Edits {
    if (writing) wantsFocus.current = true;
    return finish();
  }

  function undo() {
    grid.undo();
    wantsFocus.current = true;
  }

  function onEditorKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || !writing) return;
    const { key, shiftKey } = event;
    const isSideways = key === "ArrowLeft" || key === "ArrowRight";
    const leaves = key === "ArrowUp" || key === "ArrowDown" || (isSideways && writing.isBegunByTyping);
    if (key === "Escape") goTo(writing.place);
    else if (key === "Tab") {
      const next = tabbed(place, size, shiftKey ? -1 : 1);
      finish();
      // Beyond the last cell Tab does what it does elsewhere.
      if (next === null) return;
      goTo(next);
    } else if (key === "Enter" || leaves) {
      const arrow = key === "Enter" ? (shiftKey ? "ArrowUp" : "ArrowDown") : key;
      finish();
      goTo(moved(place, { ...keyOf(event), key: arrow }, size) ?? place);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function onKeyDown(event: KeyboardEvent) {
    const at = placeOf(event.target);
    if (writing !== null || at === null) return;
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    // Before the first cell of a row comes what is offered for it.
    if (key === "Tab" && shiftKey && at.column === 0 && isOfferedMore(event.target)) return;
    const isHeld = ctrlKey || metaKey || altKey;
    const next = altKey ? null : moved(at, keyOf(event), size);
    const field = fields[at.column];
    if (next) goTo(next);
    else if (grid.isHeld) return;
    else if (isHeld && key.toLowerCase() === "z") undo();
    else if ((!isHeld && (key === "F2" || key === "Enter")) || (altKey && key === "ArrowDown"))
      write(at, false);
    else if (key === "Delete" || key === "Backspace") grid.put([{ place: at, text: "" }]);
    else if (!isHeld && (key.length === 1 || key === "Process") && field) {
      // The letter itself, or the beginning of a syllable, goes into the line that has the focus by then.
      flushSync(() => write(at, true));
      if (!isChosen(field)) return;
    } else return;
    event.preventDefault();
  }

  function onClick(event: MouseEvent) {
    const at = placeOf(event.target);
    if (at === null || (writing && samePlace(writing.place, at))) return;
    finish();
    // A second click on the cell opens it, as a list or a line.
    if (event.detail >= 2) write(at, false);
    else goTo(at);
  }

  function onPaste(event: ClipboardEvent) {
    const at = placeOf(event.target);
    if (writing !== null || at === null) return;
    event.preventDefault();
    grid.paste(at, event.clipboardData.getData("text/plain"));
  }

  function onCopy(event: ClipboardEvent) {
    const at = placeOf(event.target);
    const field = at && fields[at.column];
    if (writing !== null || !at || !field) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", shownText(field, grid.textAt(at), words));
  }

  return {
    place,
    isWriting: writing !== null,
    /** Something is typed that is not the cell's yet. */
    isUnsaved: writing !== null && writing.text !== grid.textAt(writing.place),
    goTo,
    finishToSave,
    undo,
    /** What the table is given. */
    ofTable: { ref: table, onKeyDown, onClick, onPaste, onCopy },
    /** What the editor of the cell is given; null while none is written. */
    editor: writing && {
      text: writing.text,
      onText: (text: string) => setWriting({ ...writing, text }),
      onChoose: (text: string) => {
        grid.put([{ place: writing.place, text }]);
        goTo(writing.place);
      },
      onCancel: () => goTo(writing.place),
      onKeyDown: onEditorKey,
      onLeave: finish,
    },
  };
}

/** The part of a key press that moves. */
function keyOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent) {
  return { key, ctrlKey, metaKey, shiftKey };
}

/** Whether the heading of the row of a cell has a button. */
function isOfferedMore(cell: EventTarget): boolean {
  return cell instanceof HTMLElement && Boolean(cell.closest("tr")?.querySelector("th button"));
}

/** The cell in which something happened: itself, not a control in it. */
function placeOf(target: EventTarget): Place | null {
  const isInCell = target instanceof HTMLElement && !target.closest("button, a, input");
  const { row, column } = isInCell ? (target.closest("td")?.dataset ?? {}) : {};
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}
