import NextLink from "next/link";
import type { ComponentProps } from "react";
import { cx } from "@/components/ui/cx";

/** A link inside the console. `quiet` is for links in menus and tables that need no underline to be found. */
export function Link({
  tone = "accent",
  className,
  ...rest
}: ComponentProps<typeof NextLink> & { tone?: "accent" | "quiet" }) {
  return (
    <NextLink
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
