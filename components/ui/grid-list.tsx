"use client";

import { GripVertical } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import {
  GridList as AriaGridList,
  GridListItem as AriaGridListItem,
  type GridListItemProps as AriaGridListItemProps,
  type GridListProps as AriaGridListProps,
} from "react-aria-components/GridList";
import { DropIndicator as AriaDropIndicator } from "react-aria-components/useDragAndDrop";
import { cx } from "@/components/ui/cx";

/** A list whose rows can hold buttons and, given `dragAndDropHooks`, be dragged. */
export function GridList<Item extends object>({
  className,
  ...rest
}: Omit<AriaGridListProps<Item>, "className"> & { className?: string }) {
  return (
    <AriaGridList<Item>
      {...rest}
      className={cx(
        "overflow-y-auto rounded-control border border-line-strong bg-surface p-1 outline-none",
        "data-drop-target:bg-accent-soft data-drop-target:outline-2 data-drop-target:outline-accent",
        "data-focus-visible:outline-2 data-focus-visible:outline-accent",
        className,
      )}
    />
  );
}

/** One row; `dragLabel` names its handle in a list that can be dragged. */
export function GridListItem<Item extends object>({
  children,
  dragLabel,
  ...rest
}: Omit<AriaGridListItemProps<Item>, "className" | "children"> & {
  children: ReactNode;
  dragLabel?: string | undefined;
}) {
  return (
    <AriaGridListItem<Item>
      {...rest}
      className={cx(
        "focus-ring-inset flex min-h-7 cursor-default items-center gap-2 rounded-control px-1 py-0.5 select-none",
        "data-hovered:bg-hover data-selected:bg-accent-soft data-dragging:opacity-50",
      )}
    >
      {dragLabel === undefined ? null : (
        <Button
          slot="drag"
          aria-label={dragLabel}
          className="focus-ring flex size-6 shrink-0 cursor-grab items-center justify-center rounded-control text-muted [&_svg]:size-4"
        >
          <GripVertical aria-hidden />
        </Button>
      )}
      {children}
    </AriaGridListItem>
  );
}

/** The line that shows where a dragged row will land. */
export function DropLine({ target }: { target: Parameters<typeof AriaDropIndicator>[0]["target"] }) {
  return (
    <AriaDropIndicator
      target={target}
      className="h-0.5 rounded-full bg-transparent data-drop-target:bg-accent"
    />
  );
}
