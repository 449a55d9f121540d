"use client";

import { X } from "lucide-react";
import { useId } from "react";
import { Button } from "react-aria-components/Button";
import { cx } from "@/components/ui/cx";

type TagListProps = {
  label: string;
  tags: readonly { id: string; label: string }[];
  /** The name of the button that takes a tag away. */
  removeLabel: (label: string) => string;
  onRemove: (id: string) => void;
  className?: string;
};

/** Short texts side by side, each with a button that takes it away. */
export function TagList({ label, tags, removeLabel, onRemove, className }: TagListProps) {
  const id = useId();
  return (
    <div className={cx("flex flex-wrap items-center gap-2", className)}>
      <span id={id} className="text-muted">
        {label}
      </span>
      <ul aria-labelledby={id} className="flex min-w-0 flex-wrap gap-1.5">
        {tags.map((tag) => (
          <li
            key={tag.id}
            className="inline-flex h-6 max-w-full items-center gap-1 rounded-control bg-accent-soft ps-2 text-xs text-accent-text"
          >
            <span className="truncate">{tag.label}</span>
            <Button
              aria-label={removeLabel(tag.label)}
              onPress={() => onRemove(tag.id)}
              className="focus-ring inline-flex size-6 shrink-0 cursor-default items-center justify-center rounded-control data-hovered:bg-hover [&_svg]:size-3.5"
            >
              <X aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
