"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ComboBox } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { useSettled } from "@/components/console/use-settled";
import { cx } from "@/components/ui/cx";
import { controlClass, FieldError, FieldLabel, type FieldProps } from "@/components/ui/field";
import { ListBox } from "@/components/ui/list-box";
import { Popover } from "@/components/ui/popover";
import { SelectRow } from "@/components/ui/select-parts";
import { type NamedNumber, suggestedNumbersQuery } from "@/lib/client/directory-number";

const settleMilliseconds = 150;

type DirectoryNumberFieldProps = FieldProps & {
  id?: string;
  /** The number as it is typed. */
  value: string;
  /** The partition that it is in, of those in the list. */
  partition: string | null;
  onChange: (number: string) => void;
  /** A number of the list was chosen: it comes with its partition. */
  onChoose: (number: NamedNumber) => void;
  isReadOnly?: boolean;
  isRequired?: boolean;
  autoFocus?: boolean;
};

/** A directory number: typed, or chosen from those that contain what is typed. It need not exist yet. */
export function DirectoryNumberField({
  id,
  label,
  isLabelHidden = false,
  errorMessage,
  value,
  partition,
  onChange,
  onChoose,
  isReadOnly = false,
  isRequired = false,
  autoFocus = false,
}: DirectoryNumberFieldProps) {
  const t = useTranslations("lines");
  const [isFocused, setFocused] = useState(false);
  const text = useSettled(value.trim(), settleMilliseconds);
  const { data, isPlaceholderData } = useQuery({
    ...suggestedNumbersQuery(text),
    enabled: isFocused && text !== "",
  });
  const typed = value.trim().toUpperCase();
  const suggestions = (data?.items ?? [])
    // While the next answer is on its way, what was found before and still fits.
    .filter(({ pattern }) => typed !== "" && pattern.includes(typed))
    .map((number) => ({
      id: JSON.stringify([number.pattern, number.partition]),
      label: number.pattern,
      detail: number.partition ?? t("noPartition"),
    }));
  const own = JSON.stringify([typed, partition]);
  const isSearching = text !== value.trim() || data === undefined || isPlaceholderData;
  function choose(key: unknown) {
    if (typeof key !== "string") return;
    const [directoryNumber, itsPartition] = JSON.parse(key) as [string, string | null];
    onChoose({ directoryNumber, partition: itsPartition });
  }
  return (
    <ComboBox
      {...(id === undefined ? {} : { id })}
      items={suggestions}
      inputValue={value}
      onInputChange={onChange}
      // The list closes when the number becomes one of those in it.
      selectedKey={suggestions.some(({ id: key }) => key === own) ? own : null}
      onSelectionChange={choose}
      onFocusChange={setFocused}
      allowsCustomValue
      // The numbers come after the key that asked for them.
      allowsEmptyCollection
      isReadOnly={isReadOnly}
      isRequired={isRequired}
      autoFocus={autoFocus}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      className="group/field flex min-w-0 flex-col gap-1"
    >
      <FieldLabel isHidden={isLabelHidden} isRequired={isRequired}>
        {label}
      </FieldLabel>
      <Input
        inputMode="tel"
        className={cx(controlClass, "h-8 w-full min-w-0 px-2 tabular-nums data-readonly:bg-sunken")}
      />
      <FieldError>{errorMessage}</FieldError>
      <Popover className="min-w-(--trigger-width)">
        <ListBox
          renderEmptyState={() => (
            <div className="px-2 py-1.5 text-muted">{isSearching ? t("searching") : t("noneContains")}</div>
          )}
        >
          {(option: (typeof suggestions)[number]) => <SelectRow option={option} />}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
