"use client";

import { type RefObject, useEffect } from "react";

/**
 * Tells the page (`--sticky-height`) how high the part is that stays in view below the top bar, so that headings of tables
 * stay below it and nothing that gets the focus hides under it. A page has one such part.
 */
export function useStickyHeight(part: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = part;
    if (!current) return;
    const page = document.documentElement.style;
    const tell = () => {
      const isSticky = getComputedStyle(current).position === "sticky";
      page.setProperty("--sticky-height", isSticky ? `${current.offsetHeight}px` : "0px");
    };
    const observer = new ResizeObserver(tell);
    observer.observe(current);
    // Whether it stays in view also depends on how high the window is, which may leave its size as it is.
    window.addEventListener("resize", tell);
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", tell);
      page.removeProperty("--sticky-height");
    };
  }, [part]);
}
