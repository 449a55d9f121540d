"use client";

import { useEffect, useState } from "react";
import { moveButtonId } from "@/components/console/lines/indexed-row";

/** Keeps the focus on what was moved, and says in words where it went. */
export function useMovedFocus(list: string) {
  const [moved, setMoved] = useState<{ from: number; to: number } | null>(null);
  useEffect(() => {
    if (!moved) return;
    const forward = moved.to > moved.from ? "down" : "up";
    const button = document.getElementById(moveButtonId(list, moved.to, forward));
    const isAtEnd = button instanceof HTMLButtonElement && button.disabled;
    const other = moveButtonId(list, moved.to, forward === "up" ? "down" : "up");
    (isAtEnd ? document.getElementById(other) : button)?.focus();
  }, [moved, list]);
  return { moved, follow: (from: number, to: number) => setMoved({ from, to }) };
}
