"use client";

import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Header } from "react-aria-components/Header";
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  type MenuItemProps as AriaMenuItemProps,
  type MenuProps as AriaMenuProps,
  MenuSection as AriaMenuSection,
  MenuTrigger,
} from "react-aria-components/Menu";
import { cx } from "@/components/ui/cx";
import { Popover } from "@/components/ui/popover";

/** A menu that opens from a button: the button first, then the items. */
export function Menu<Item extends object>({
  button,
  className,
  ...rest
}: Omit<AriaMenuProps<Item>, "className"> & { button: ReactNode; className?: string }) {
  return (
    <MenuTrigger>
      {button}
      <Popover placement="bottom end" className="min-w-48">
        <AriaMenu<Item> {...rest} className={cx("p-1 outline-none", className)} />
      </Popover>
    </MenuTrigger>
  );
}

/** One command or choice of a menu; the chosen one carries a tick. */
export function MenuItem({
  children,
  icon,
  note,
  detail,
  ...rest
}: Omit<AriaMenuItemProps, "className" | "children"> & {
  children: string;
  icon?: ReactNode;
  /** Beside the name, cut off where there is no room. */
  note?: string | undefined;
  detail?: ReactNode;
}) {
  return (
    <AriaMenuItem
      textValue={children}
      {...rest}
      className="focus-ring-inset flex min-h-7 cursor-default items-center gap-2 rounded-control px-2 py-1 data-disabled:opacity-45 data-focused:bg-hover [&_svg]:size-4"
    >
      {({ selectionMode, isSelected }) => (
        <>
          {selectionMode === "none" ? null : (
            <Check aria-hidden className={cx("shrink-0 text-accent", !isSelected && "invisible")} />
          )}
          {icon}
          <span className={cx("min-w-0", note ? "max-w-[60%] shrink-0 truncate" : "flex-1")}>{children}</span>
          {note ? <span className="min-w-0 flex-1 truncate text-muted">{note}</span> : null}
          {detail === undefined ? null : <span className="shrink-0 text-muted">{detail}</span>}
        </>
      )}
    </AriaMenuItem>
  );
}

/** Items that belong together under a heading. */
export function MenuSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <AriaMenuSection
      aria-label={title}
      className="not-first:mt-1 not-first:border-t not-first:border-line not-first:pt-1"
    >
      <Header className="px-2 py-1 text-xs font-medium text-muted">{title}</Header>
      {children}
    </AriaMenuSection>
  );
}
