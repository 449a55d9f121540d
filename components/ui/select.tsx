"use client";

import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { cx } from "@/components/ui/cx";
import { FieldDescription, FieldError, FieldLabel, type FieldProps } from "@/components/ui/field";
import { ListBox } from "@/components/ui/list-box";
import { Popover } from "@/components/ui/popover";
import { SelectButton, type SelectOption, SelectRow } from "@/components/ui/select-parts";

export type { SelectOption };

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
  /** The list is open from the beginning, where the control appears in order to choose. */
  opensAtOnce?: boolean;
  /** Tells when the list opens and closes. */
  onOpenChange?: (isOpen: boolean) => void;
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
  opensAtOnce = false,
  onOpenChange,
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
      defaultOpen={opensAtOnce}
      {...(onOpenChange ? { onOpenChange } : {})}
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
      <SelectButton size={size}>
        <SelectValue className="min-w-0 flex-1 truncate data-placeholder:text-muted">
          {({ selectedText, isPlaceholder, defaultChildren }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
      </SelectButton>
      {description === undefined ? null : <FieldDescription>{description}</FieldDescription>}
      <FieldError>{errorMessage}</FieldError>
      <Popover className="min-w-(--trigger-width)">
        <ListBox items={options}>{(option) => <SelectRow option={option} />}</ListBox>
      </Popover>
    </AriaSelect>
  );
}
