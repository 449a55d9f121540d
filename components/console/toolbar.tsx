"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Toolbar as AriaToolbar } from "react-aria-components/Toolbar";
import { useCommand } from "@/components/console/commands";
import { Button, type ButtonVariant } from "@/components/ui/button";

/** The row of actions under the page title. */
export function Toolbar({ children }: { children: ReactNode }) {
  const t = useTranslations("shell");
  return (
    <AriaToolbar aria-label={t("toolbar")} className="flex flex-wrap items-center gap-1.5 print:hidden">
      {children}
    </AriaToolbar>
  );
}

export type ToolbarButtonProps = {
  /** Unique on the page, for example "save"; the palette and the help dialog list the action under it. */
  id: string;
  icon: ReactNode;
  label: string;
  /** Keys that do the same, for example "Ctrl+S". */
  keys?: string;
  onPress: () => void;
  isPending?: boolean;
  isDisabled?: boolean;
  variant?: ButtonVariant;
};

/** An action of the page: a button, a command of the palette and, with keys, a shortcut. */
export function ToolbarButton({
  id,
  icon,
  label,
  keys,
  onPress,
  isPending = false,
  isDisabled = false,
  variant = "default",
}: ToolbarButtonProps) {
  const isPossible = !isDisabled && !isPending;
  useCommand(isPossible ? { id, label, keys, scope: "page", run: onPress } : null);
  return (
    <Button
      size="small"
      variant={variant}
      icon={icon}
      onPress={onPress}
      isPending={isPending}
      isDisabled={isDisabled}
      {...(keys === undefined ? {} : { "aria-keyshortcuts": keys.replace("Ctrl", "Control") })}
    >
      {label}
    </Button>
  );
}
