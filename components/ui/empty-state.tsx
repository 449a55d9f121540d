import type { ReactNode } from "react";

/** Says what would be here and offers the next step. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    // In a table that is wider than a small screen it stays where it is seen.
    <div className="sticky start-0 flex max-w-screen flex-col items-center gap-2 px-4 py-12 text-center">
      {icon === undefined ? null : <span className="text-muted [&_svg]:size-6">{icon}</span>}
      <p className="text-base font-medium">{title}</p>
      {children === undefined ? null : <div className="max-w-md text-muted">{children}</div>}
      {action === undefined ? null : <div className="mt-2 flex gap-2">{action}</div>}
    </div>
  );
}
