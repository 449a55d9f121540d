"use client";

import type { ReactElement } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import { Kbd } from "@/components/ui/kbd";

/** Explains the control inside it on hover and on keyboard focus. */
export function Tooltip({ text, keys, children }: { text: string; keys?: string; children: ReactElement }) {
  return (
    <TooltipTrigger delay={400} closeDelay={80}>
      {children}
      <AriaTooltip
        offset={6}
        className="on-dark flex max-w-72 items-center gap-2 rounded-control border border-line bg-bar px-2 py-1 text-xs text-text data-entering:animate-fade-in"
      >
        {text}
        {keys === undefined ? null : <Kbd keys={keys} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
