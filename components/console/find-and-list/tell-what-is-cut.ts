import type { PointerEvent } from "react";

/** Gives the cell under the pointer its text as a tooltip while the text is cut. */
export function tellWhatIsCut({ target }: PointerEvent): void {
  const cell = target instanceof Element ? target.closest<HTMLElement>("td") : null;
  if (cell === null) return;
  if (cell.scrollWidth > cell.clientWidth) cell.title = cell.textContent;
  else cell.removeAttribute("title");
}
