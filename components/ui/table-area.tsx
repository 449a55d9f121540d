"use client";

import { type PointerEventHandler, type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { cx } from "@/components/ui/cx";

type TableAreaProps = {
  children: ReactNode;
  className?: string;
  isBusy?: boolean;
  onPointerOver?: PointerEventHandler;
  ref?: RefObject<HTMLDivElement | null>;
};

/**
 * Where a table of the whole width lies. One that is wider scrolls within it, so that the page never scrolls sideways;
 * only then, because headings that stay in view need the page itself to scroll.
 */
export function TableArea({ children, className, isBusy = false, onPointerOver, ref }: TableAreaProps) {
  const own = useRef<HTMLDivElement>(null);
  const area = ref ?? own;
  const [isWide, setWide] = useState(false);
  useEffect(() => {
    const { current } = area;
    if (!current) return;
    const observer = new ResizeObserver(() => setWide(current.scrollWidth > current.clientWidth));
    observer.observe(current);
    for (const child of current.children) observer.observe(child);
    return () => observer.disconnect();
  }, [area]);
  return (
    <div
      ref={area}
      aria-busy={isBusy}
      onPointerOver={onPointerOver}
      className={cx(
        "border-t border-line max-lg:overflow-x-auto",
        isWide && "overflow-x-auto [&_thead]:static",
        className,
      )}
    >
      {children}
    </div>
  );
}
