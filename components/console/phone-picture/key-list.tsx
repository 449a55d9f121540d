"use client";

import { useEffect, useRef } from "react";
import { ButtonKey, type PictureButton } from "@/components/console/phone-picture/button-key";
import { cx } from "@/components/ui/cx";

export type KeyListProps = {
  /** Which buttons these are, for those who do not see the picture. */
  label: string;
  buttons: readonly PictureButton[];
  isMirrored?: boolean;
  /** Keys are spread over that many columns, downwards first. */
  columns?: number;
  current: number | null;
  onPress: ((position: number) => void) | undefined;
  className?: string;
};

/** Brings the key into view within the picture and leaves the page where it is. */
function reveal(key: HTMLElement | null) {
  const frame = key?.closest("[data-picture-frame]");
  if (!key || !frame) return;
  const { top, bottom } = key.getBoundingClientRect();
  const seen = frame.getBoundingClientRect();
  frame.scrollTop += Math.min(0, top - seen.top) + Math.max(0, bottom - seen.bottom);
}

/** Keys one below the other. */
export function KeyList(props: KeyListProps) {
  const { label, buttons, isMirrored = false, columns = 1, current, onPress, className } = props;
  const marked = useRef<HTMLLIElement>(null);
  const isHere = buttons.some(({ position }) => position === current);
  useEffect(() => {
    if (isHere && current !== null) reveal(marked.current);
  }, [isHere, current]);
  return (
    <ol
      aria-label={label}
      className={cx("grid min-w-0 content-start gap-x-1", className)}
      style={{
        gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
        gridTemplateRows: `repeat(${Math.ceil(buttons.length / columns)}, auto)`,
        gridAutoFlow: "column",
      }}
    >
      {buttons.map((button) => {
        const isCurrent = button.position === current;
        return (
          <ButtonKey
            key={button.position}
            {...(isCurrent ? { ref: marked } : {})}
            {...button}
            isMirrored={isMirrored}
            isDense={columns > 1}
            isCurrent={isCurrent}
            onPress={onPress}
          />
        );
      })}
    </ol>
  );
}
