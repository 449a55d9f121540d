"use client";

import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { cx } from "@/components/ui/cx";
import { Spinner } from "@/components/ui/spinner";

export type ButtonVariant = "primary" | "default" | "quiet" | "danger";

const variants: Readonly<Record<ButtonVariant, string>> = {
  primary: "border-transparent bg-accent text-on-accent data-hovered:bg-accent-hover",
  default: "border-line bg-surface text-text data-hovered:bg-hover data-pressed:bg-sunken",
  quiet: "border-transparent text-text data-hovered:bg-hover data-pressed:bg-sunken",
  danger: "border-transparent bg-bad-strong text-on-accent data-hovered:opacity-90",
};

const sizes = {
  small: "h-7 gap-1.5 px-2",
  medium: "h-8 gap-1.5 px-3",
} as const;

export type ButtonProps = Omit<AriaButtonProps, "children" | "className"> & {
  children: ReactNode;
  variant?: ButtonVariant;
  size?: keyof typeof sizes;
  /** A lucide icon, shown before the words. */
  icon?: ReactNode;
  className?: string;
};

/** A push button with words. While `isPending` it keeps its place and focus, and shows that it works. */
export function Button({
  children,
  variant = "default",
  size = "medium",
  icon,
  className,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={cx(
        "focus-ring inline-flex shrink-0 cursor-default items-center justify-center rounded-control border",
        "font-medium whitespace-nowrap transition-colors select-none data-disabled:opacity-45 [&_svg]:size-4 [&_svg]:shrink-0",
        variants[variant],
        sizes[size],
        className,
      )}
    >
      {({ isPending }) => (
        <>
          {isPending ? <Spinner /> : icon}
          {children}
        </>
      )}
    </AriaButton>
  );
}
