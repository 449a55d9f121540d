"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import { maximumButtons } from "@/lib/catalog/button-placement";

/** The ids of the buttons of a row, by which the focus follows an item that moves. */
export function moveButtonId(list: string, index: number, direction: "up" | "down"): string {
  return `${list}-${index}-${direction}`;
}

type IndexedRowProps = {
  /** Of the list, for ids. */
  list: string;
  index: number;
  /** `Line 2`. */
  title: string;
  /** The position of the button that it is on; null: on none; undefined: not known. */
  button: number | null | undefined;
  isReadOnly: boolean;
  onMove: (to: number) => void;
  /** Without it the item cannot be taken off. */
  onRemove: (() => void) | undefined;
  children: ReactNode;
};

/** One item of a list whose items sit on buttons: which button, and what moves it to another one. */
export function IndexedRow({
  list,
  index,
  title,
  button,
  isReadOnly,
  onMove,
  onRemove,
  children,
}: IndexedRowProps) {
  const t = useTranslations("lines");
  return (
    <li aria-label={title} className="flex flex-col gap-2 rounded-panel border border-line p-3">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-semibold">{title}</h3>
        {button === undefined ? null : (
          <Badge tone={button === null ? "caution" : "neutral"}>
            {button === null ? t("noButton") : t("onButton", { position: button })}
          </Badge>
        )}
        {isReadOnly ? null : (
          <span className="ms-auto flex items-center gap-0.5">
            <IconButton
              id={moveButtonId(list, index, "up")}
              label={t("moveUp", { item: title })}
              size="small"
              isDisabled={index <= 1}
              onPress={() => onMove(index - 1)}
            >
              <ArrowUp aria-hidden />
            </IconButton>
            <IconButton
              id={moveButtonId(list, index, "down")}
              label={t("moveDown", { item: title })}
              size="small"
              isDisabled={index >= maximumButtons}
              onPress={() => onMove(index + 1)}
            >
              <ArrowDown aria-hidden />
            </IconButton>
            {onRemove ? (
              <IconButton label={t("remove", { item: title })} size="small" onPress={onRemove}>
                <Trash2 aria-hidden />
              </IconButton>
            ) : null}
          </span>
        )}
      </div>
      {children}
    </li>
  );
}
