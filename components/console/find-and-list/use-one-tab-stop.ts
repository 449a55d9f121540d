import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from "react";

const controls = "a[href], button, input";

/**
 * Lets the Tab key stop at one row of a table, and at what is in it; the arrow keys lead to the others. Else the way past a long
 * list would be hundreds of stops.
 * @param rows when they are others, the first is where it stops
 * @param columns others have other controls
 */
export function useOneTabStop(
  body: RefObject<HTMLTableSectionElement | null>,
  rows: unknown,
  columns: unknown,
) {
  const current = useRef<Element | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows and controls have to be told
  useLayoutEffect(() => {
    const all = [...(body.current?.querySelectorAll("tr[data-index]") ?? [])];
    if (!current.current?.isConnected) current.current = all[0] ?? null;
    for (const row of all) setStop(row, row === current.current);
  }, [body, rows, columns]);
  return ({ target }: FocusEvent) => {
    const row = target.closest("tr[data-index]");
    if (row === null || row === current.current) return;
    if (current.current) setStop(current.current, false);
    setStop(row, true);
    current.current = row;
  };
}

function setStop(row: Element, isStop: boolean): void {
  const tabIndex = isStop ? 0 : -1;
  if (row instanceof HTMLElement) row.tabIndex = tabIndex;
  for (const control of row.querySelectorAll<HTMLElement>(controls)) control.tabIndex = tabIndex;
}
