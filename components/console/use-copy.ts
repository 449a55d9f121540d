"use client";

import { type RefObject, useState } from "react";

/** What became of copying: it was, or the text is selected and the person copies it. */
export type CopyOutcome = "copied" | "copyByHand";

/**
 * Copies a text to the clipboard.
 * @param shown where the text stands on the page
 */
export function useCopy(text: string, shown: RefObject<HTMLElement | null>) {
  const [outcome, setOutcome] = useState<{ of: string; is: CopyOutcome } | null>(null);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome({ of: text, is: "copied" });
    } catch {
      // Browsers give the clipboard to https and localhost only; elsewhere the text is selected for Ctrl+C.
      if (shown.current) window.getSelection()?.selectAllChildren(shown.current);
      setOutcome({ of: text, is: "copyByHand" });
    }
  }
  return { outcome: outcome?.of === text ? outcome.is : null, copy: () => void copy() };
}
