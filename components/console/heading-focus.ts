"use client";

import { usePathname } from "next/navigation";
import { type RefObject, useEffect, useRef } from "react";

/** The path whose heading was told last; null until the first page was shown, which the browser tells itself. */
let toldPath: string | null = null;

/** A field that a page puts the focus into, or in which somebody goes on typing, keeps it, and so does what an address names. */
const isKept = (element: Element | null) =>
  element?.matches("input, textarea, select, [contenteditable], [data-named]") ?? false;

/**
 * For the frame around all pages: the first one is told by the browser, and of a page that does nothing about it the
 * heading gets the focus all the same.
 */
export function useArrivals(): void {
  const pathname = usePathname();
  useEffect(() => {
    const isTold = toldPath === null || toldPath === pathname;
    toldPath = pathname;
    if (isTold || isKept(document.activeElement)) return;
    const heading = document.querySelector<HTMLElement>("#content h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
  }, [pathname]);
}

/**
 * Puts the focus on the heading after somebody has gone to another page, so that it is read and Tab goes on from there.
 * @returns for the heading, which needs a `tabIndex` of -1
 */
export function useHeadingFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const pathname = usePathname();
  useEffect(() => {
    const isFirst = toldPath === null;
    const isOther = toldPath !== pathname;
    toldPath = pathname;
    const { activeElement } = document;
    // Of the same page something is shown anew that had the focus, such as the heading of a page that was loading.
    const isLost = activeElement === null || activeElement === document.body;
    if (isFirst || isKept(activeElement) || !(isOther || isLost)) return;
    heading.current?.focus({ preventScroll: true });
  }, [pathname]);
  return heading;
}
