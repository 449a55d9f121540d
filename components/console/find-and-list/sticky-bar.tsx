"use client";

import { type ReactNode, useRef } from "react";
import { useStickyHeight } from "@/components/console/use-sticky-height";

/** What can be done with the rows of a list; it stays in view while they scroll. */
export function StickyBar({ children }: { children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null);
  useStickyHeight(bar);
  return (
    <div
      ref={bar}
      className="flex min-h-11 flex-wrap items-center gap-2 border-t border-line bg-surface px-4 py-2 roomy:sticky roomy:top-(--bar-height) roomy:z-20 print:hidden"
    >
      {children}
    </div>
  );
}
