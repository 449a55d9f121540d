"use client";

import type { ReactNode } from "react";
import {
  ListBox as AriaListBox,
  ListBoxItem as AriaListBoxItem,
  type ListBoxItemProps as AriaListBoxItemProps,
  type ListBoxProps as AriaListBoxProps,
} from "react-aria-components/ListBox";
import { cx } from "@/components/ui/cx";

/** A list to choose from, with keyboard, type-ahead and (given `dragAndDropHooks`) dragging. */
export function ListBox<Item extends object>({
  className,
  ...rest
}: Omit<AriaListBoxProps<Item>, "className"> & { className?: string }) {
  return <AriaListBox<Item> {...rest} className={cx("p-1 outline-none", className)} />;
}

/** One choice of a list box. */
export function ListBoxItem<Item extends object>({
  children,
  className,
  ...rest
}: Omit<AriaListBoxItemProps<Item>, "className" | "children"> & { children: ReactNode; className?: string }) {
  return (
    <AriaListBoxItem<Item>
      {...rest}
      className={cx(
        "focus-ring-inset flex min-h-7 cursor-default items-center gap-2 rounded-control px-2 py-1 select-none",
        "data-focused:bg-hover data-hovered:bg-hover data-selected:bg-accent-soft data-disabled:text-muted",
        "data-dragging:opacity-50 data-drop-target:bg-accent-soft",
        className,
      )}
    >
      {children}
    </AriaListBoxItem>
  );
}
