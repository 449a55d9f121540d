"use client";

import { type PointerEvent, type SyntheticEvent, useRef } from "react";
import { listViewLimits } from "@/lib/configuration/list-view";

const { minimumWidth, maximumWidth } = listViewLimits;
const asWideAsAllowed = (width: number) => Math.round(Math.min(maximumWidth, Math.max(minimumWidth, width)));

/**
 * The edge of a heading: dragged it makes its column so wide, pressed twice as wide as what is in it. For the pointer alone;
 * the dialog of the columns does the same for everybody.
 */
export function ColumnEdge({ onWidth }: { onWidth: (width: number | null) => void }) {
  const start = useRef<{ x: number; width: number; heading: HTMLElement } | null>(null);
  // What the edge is pressed for must not sort.
  const keep = (event: SyntheticEvent) => event.stopPropagation();

  function begin(event: PointerEvent<HTMLElement>) {
    keep(event);
    const heading = event.currentTarget.closest("th");
    if (!heading) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width: heading.offsetWidth, heading };
  }
  function widthAt({ clientX }: PointerEvent<HTMLElement>): number | null {
    return start.current && asWideAsAllowed(start.current.width + clientX - start.current.x);
  }
  function drag(event: PointerEvent<HTMLElement>) {
    const width = widthAt(event);
    if (width !== null) start.current?.heading.style.setProperty("min-width", `${width}px`);
  }
  function end(event: PointerEvent<HTMLElement>) {
    keep(event);
    const [width, from] = [widthAt(event), start.current];
    start.current = null;
    from?.heading.style.removeProperty("min-width");
    if (width !== null && from && width !== from.width) onWidth(width);
  }
  return (
    <span
      aria-hidden
      data-column-edge
      onPointerDown={begin}
      onPointerMove={drag}
      onPointerUp={end}
      onPointerCancel={end}
      onClick={keep}
      onDoubleClick={() => onWidth(null)}
      className="absolute inset-y-0 end-0 w-2 cursor-col-resize touch-none border-e border-transparent hover:border-line-strong max-sm:hidden"
    />
  );
}
