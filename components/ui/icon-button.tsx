"use client";

import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { cx } from "@/components/ui/cx";
import { Tooltip } from "@/components/ui/tooltip";

export type IconButtonProps = Omit<AriaButtonProps, "children" | "className" | "aria-label"> & {
  /** What the button does; its name for everyone, shown as a tooltip. */
  label: string;
  children: ReactNode;
  /** Keys that do the same, shown in the tooltip. */
  keys?: string;
  size?: "small" | "medium";
  hasBorder?: boolean;
  className?: string;
};

/** A square button with an icon only. */
export function IconButton({
  label,
  children,
  keys,
  size = "medium",
  hasBorder = false,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} {...(keys === undefined ? {} : { keys })}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={cx(
          "focus-ring inline-flex shrink-0 cursor-default items-center justify-center rounded-control border",
          "text-muted transition-colors data-hovered:bg-hover data-hovered:text-text data-pressed:bg-sunken",
          "data-disabled:opacity-45 [&_svg]:size-4",
          hasBorder ? "border-line bg-surface" : "border-transparent",
          size === "small" ? "size-7" : "size-8",
          className,
        )}
      >
        {children}
      </AriaButton>
    </Tooltip>
  );
}
