"use client";

import { RadioGroup as AriaRadioGroup, RadioButton, RadioField } from "react-aria-components/RadioGroup";
import { cx } from "@/components/ui/cx";
import { FieldDescription, FieldError, FieldLabel, type FieldProps } from "@/components/ui/field";

export type RadioGroupProps<Id extends string> = FieldProps & {
  options: readonly { id: Id; label: string; description?: string }[];
  value: Id | null;
  onChange: (id: Id) => void;
  isDisabled?: boolean;
};

/** One choice out of a few that all stay visible. */
export function RadioGroup<Id extends string>({
  label,
  isLabelHidden = false,
  description,
  errorMessage,
  options,
  value,
  onChange,
  isDisabled = false,
}: RadioGroupProps<Id>) {
  function choose(id: string) {
    const option = options.find((candidate) => candidate.id === id);
    if (option) onChange(option.id);
  }
  return (
    <AriaRadioGroup
      value={value}
      onChange={choose}
      isDisabled={isDisabled}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      className="flex flex-col gap-1"
    >
      <FieldLabel isHidden={isLabelHidden}>{label}</FieldLabel>
      {options.map((option) => (
        <RadioField key={option.id} value={option.id} className="flex flex-col">
          <RadioButton className="group/radio flex min-h-6 cursor-default items-center gap-2 outline-none data-disabled:opacity-45">
            <span
              aria-hidden
              className={cx(
                "size-4 shrink-0 rounded-full border border-line-strong bg-surface transition-colors",
                "outline-offset-1 outline-accent group-data-focus-visible/radio:outline-2",
                "group-data-selected/radio:border-[5px] group-data-selected/radio:border-accent",
              )}
            />
            {option.label}
          </RadioButton>
          {option.description === undefined ? null : (
            <FieldDescription className="ps-6">{option.description}</FieldDescription>
          )}
        </RadioField>
      ))}
      {description === undefined ? null : <FieldDescription>{description}</FieldDescription>}
      <FieldError>{errorMessage}</FieldError>
    </AriaRadioGroup>
  );
}
