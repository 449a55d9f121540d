"use client";

import { Label } from "react-aria-components/Label";
import { ProgressBar as AriaProgressBar } from "react-aria-components/ProgressBar";

/** How far something is, from 0 to 100 percent, with words. */
export function ProgressBar({ label, percent }: { label: string; percent: number }) {
  return (
    <AriaProgressBar value={percent} className="flex flex-col gap-1">
      {({ percentage, valueText }) => (
        <>
          <span className="flex justify-between gap-2 text-xs text-muted">
            <Label>{label}</Label>
            <span>{valueText}</span>
          </span>
          <span className="h-1.5 overflow-hidden rounded-full bg-hover">
            <span className="block h-full bg-accent" style={{ width: `${percentage ?? 0}%` }} />
          </span>
        </>
      )}
    </AriaProgressBar>
  );
}
