"use client";

import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from "react-aria-components/Popover";
import { cx } from "@/components/ui/cx";

/** The panel that opens beside a control: for menus, drop-downs and small forms. */
export function Popover({
  className,
  ...rest
}: Omit<AriaPopoverProps, "className"> & { className?: string }) {
  return (
    <AriaPopover
      offset={4}
      {...rest}
      className={cx(
        "max-w-[calc(100vw-1rem)] overflow-auto rounded-panel border border-line bg-raised text-text",
        "shadow-[0_4px_16px_rgb(0_0_0/0.10)] outline-none data-entering:animate-fade-in",
        className,
      )}
    />
  );
}
