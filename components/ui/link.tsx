import NextLink from "next/link";
import type { ComponentProps } from "react";
import { cx } from "@/components/ui/cx";

/**
 * A link inside the console. `quiet` is for links in menus and tables that need no underline to be found. Nothing is
 * fetched ahead of a click: menu and lists would ask for dozens of pages, each with its scripts.
 */
export function Link({
  tone = "accent",
  className,
  ...rest
}: ComponentProps<typeof NextLink> & { tone?: "accent" | "quiet" }) {
  return (
    <NextLink
      prefetch={false}
      {...rest}
      className={cx(
        "focus-ring rounded-xs",
        tone === "accent"
          ? "text-accent-text underline decoration-accent-text/30 underline-offset-2 hover:decoration-current"
          : "text-inherit hover:underline",
        className,
      )}
    />
  );
}
