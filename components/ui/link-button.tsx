import type { ComponentProps, ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";

/** A link with the look of a button, for the one thing that a page is there for. */
export function LinkButton({
  icon,
  isPrimary = false,
  className,
  children,
  ...rest
}: Omit<ComponentProps<typeof Link>, "tone"> & { icon?: ReactNode; isPrimary?: boolean }) {
  return (
    <Link
      {...rest}
      tone="quiet"
      className={cx(
        "inline-flex h-8 shrink-0 items-center gap-1.5 rounded-control border px-3 font-medium whitespace-nowrap transition-colors hover:no-underline [&_svg]:size-4 [&_svg]:shrink-0",
        isPrimary
          ? "border-transparent bg-accent text-on-accent hover:bg-accent-hover"
          : "border-line bg-surface hover:bg-hover",
        className,
      )}
    >
      {icon}
      {children}
    </Link>
  );
}
