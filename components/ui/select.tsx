"use client";

import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { cx } from "@/components/ui/cx";
import {
  controlClass,
  FieldDescription,
  FieldError,
  FieldLabel,
  type FieldProps,
} from "@/components/ui/field";
import { ListBox, ListBoxItem } from "@/components/ui/list-box";
import { Popover } from "@/components/ui/popover";

export type SelectOption<Id extends string> = {
  id: Id;
  label: string;
  /** Shown at the end of the row, for example a count or a mark. */
  detail?: ReactNode;
};

export type SelectProps<Id extends string> = FieldProps & {
  /** The id of the button, for links that put the focus there. */
  id?: string;
  options: readonly SelectOption<Id>[];
  /** The chosen option, or null when none is chosen yet. */
  value: Id | null;
  onChange: (id: Id) => void;
  placeholder?: string;
  isDisabled?: boolean;
  isRequired?: boolean;
  size?: "small" | "medium";
  className?: string;
};

/** A drop-down list. */
export function Select<Id extends string>({
  id,
  label,
  isLabelHidden = false,
  description,
  errorMessage,
  options,
  value,
  onChange,
  placeholder,
  isDisabled = false,
  isRequired = false,
  size = "medium",
  className,
}: SelectProps<Id>) {
  function choose(key: unknown) {
    const option = options.find(({ id }) => id === key);
    if (option) onChange(option.id);
  }
  return (
    <AriaSelect
      {...(id === undefined ? {} : { id })}
      value={value}
      onChange={choose}
      isDisabled={isDisabled}
      isRequired={isRequired}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      {...(placeholder === undefined ? {} : { placeholder })}
      className={cx("group/field flex min-w-0 flex-col gap-1", className)}
    >
      <FieldLabel isHidden={isLabelHidden} isRequired={isRequired}>
        {label}
      </FieldLabel>
      <AriaButton
        className={cx(
          controlClass,
          "flex w-full min-w-0 cursor-default items-center gap-2 ps-2 pe-1.5 text-start",
          size === "small" ? "h-7" : "h-8",
        )}
      >
        <SelectValue className="min-w-0 flex-1 truncate data-placeholder:text-muted">
          {({ selectedText, isPlaceholder, defaultChildren }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
      </AriaButton>
      {description === undefined ? null : <FieldDescription>{description}</FieldDescription>}
      <FieldError>{errorMessage}</FieldError>
      <Popover className="min-w-(--trigger-width)">
        <ListBox items={options}>
          {(option) => (
            <ListBoxItem
              id={option.id}
              textValue={option.label}
              className="group/option data-selected:bg-transparent data-focused:data-selected:bg-hover"
            >
              <Check
                aria-hidden
                className="invisible size-4 shrink-0 text-accent group-data-selected/option:visible"
              />
              <span className="flex-1">{option.label}</span>
              {option.detail === undefined ? null : <span className="text-muted">{option.detail}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
