"use client";

import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { cx } from "@/components/ui/cx";
import { controlClass } from "@/components/ui/field";
import { ListBoxItem } from "@/components/ui/list-box";

export type SelectOption<Id extends string> = {
  id: Id;
  label: string;
  /** Shown at the end of the row, for example a count or a mark. */
  detail?: ReactNode;
};

/** The button that shows what is chosen and opens the list. */
export function SelectButton({ children, size }: { children: ReactNode; size: "small" | "medium" }) {
  return (
    <AriaButton
      className={cx(
        controlClass,
        "flex w-full min-w-0 cursor-default items-center gap-2 ps-2 pe-1.5 text-start",
        size === "small" ? "h-7" : "h-8",
      )}
    >
      {children}
      <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
    </AriaButton>
  );
}

/** One entry of the list, with a mark when it is the chosen one. */
export function SelectRow({ option: { id, label, detail } }: { option: SelectOption<string> }) {
  return (
    <ListBoxItem
      id={id}
      textValue={label}
      className="group/option data-selected:bg-transparent data-focused:data-selected:bg-hover"
    >
      <Check
        aria-hidden
        className="invisible size-4 shrink-0 text-accent group-data-selected/option:visible"
      />
      <span className="flex-1">{label}</span>
      {detail === undefined ? null : <span className="text-muted">{detail}</span>}
    </ListBoxItem>
  );
}
