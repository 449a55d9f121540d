"use client";

import { Search } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Autocomplete, useFilter } from "react-aria-components/Autocomplete";
import { Input } from "react-aria-components/Input";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { TextField } from "react-aria-components/TextField";
import { cx } from "@/components/ui/cx";
import { FieldDescription, FieldError, FieldLabel } from "@/components/ui/field";
import { ListBox } from "@/components/ui/list-box";
import { Popover } from "@/components/ui/popover";
import type { SelectProps } from "@/components/ui/select";
import { SelectButton, SelectRow } from "@/components/ui/select-parts";

export type SearchSelectProps = Omit<SelectProps<string>, "value"> & {
  /** The id of what is chosen, whether the options reach so far or not; null when nothing is. */
  value: string | null;
  /** What the button shows of it. */
  valueText: ReactNode;
  /** The words of the search field inside the list. */
  searchLabel: string;
  /** Tells what is typed into the search field, and nothing ("") when the list closes. */
  onSearch?: (text: string) => void;
  /** The words of a list without options. */
  empty: ReactNode;
  /** Below the options: how many more there are, or why there are none. */
  footer?: ReactNode;
  /** Beside the label: a link to what is chosen. */
  aside?: ReactNode;
};

/**
 * A drop-down list with a search field inside. It shows those options that contain what is typed; whoever gives the
 * options may look for more of them meanwhile.
 */
export function SearchSelect({
  id,
  label,
  isLabelHidden = false,
  description,
  errorMessage,
  options,
  value,
  valueText,
  onChange,
  searchLabel,
  onSearch,
  onOpenChange,
  empty,
  footer,
  aside,
  isDisabled = false,
  isRequired = false,
  size = "medium",
  opensAtOnce = false,
  className,
}: SearchSelectProps) {
  const { contains } = useFilter({ sensitivity: "base" });
  const [text, setText] = useState("");
  function search(typed: string) {
    setText(typed);
    onSearch?.(typed);
  }
  function choose(key: unknown) {
    const option = options.find((candidate) => candidate.id === key);
    if (option) onChange(option.id);
  }
  function openOrClose(isOpen: boolean) {
    if (!isOpen) search("");
    onOpenChange?.(isOpen);
  }
  return (
    <AriaSelect
      {...(id === undefined ? {} : { id })}
      value={value}
      onChange={choose}
      defaultOpen={opensAtOnce}
      onOpenChange={openOrClose}
      isDisabled={isDisabled}
      isRequired={isRequired}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      allowsEmptyCollection
      className={cx("group/field flex min-w-0 flex-col gap-1", className)}
    >
      <span className={isLabelHidden ? "contents" : "flex items-baseline justify-between gap-2"}>
        <FieldLabel isHidden={isLabelHidden} isRequired={isRequired}>
          {label}
        </FieldLabel>
        {aside}
      </span>
      <SelectButton size={size}>
        <SelectValue className="min-w-0 flex-1 truncate">{() => valueText}</SelectValue>
      </SelectButton>
      {description === undefined ? null : <FieldDescription>{description}</FieldDescription>}
      <FieldError>{errorMessage}</FieldError>
      <Popover className="flex min-w-(--trigger-width) flex-col overflow-hidden">
        <Autocomplete inputValue={text} onInputChange={search} filter={contains}>
          <TextField
            aria-label={searchLabel}
            autoFocus
            className="flex items-center gap-2 border-b border-line px-2"
          >
            <Search aria-hidden className="size-4 shrink-0 text-muted" />
            <Input
              placeholder={searchLabel}
              className="h-8 w-full min-w-40 bg-transparent outline-none placeholder:text-muted"
            />
          </TextField>
          <ListBox
            items={options}
            className="max-h-80 min-h-0 flex-1 overflow-y-auto"
            renderEmptyState={() => <div className="px-2 py-1.5 text-muted">{empty}</div>}
          >
            {(option) => <SelectRow option={option} />}
          </ListBox>
        </Autocomplete>
        {footer === undefined ? null : (
          <div role="status" className="border-t border-line px-3 py-1.5 text-xs text-muted">
            {footer}
          </div>
        )}
      </Popover>
    </AriaSelect>
  );
}
