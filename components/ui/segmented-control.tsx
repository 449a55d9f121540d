"use client";

import { RadioGroup as AriaRadioGroup, RadioButton, RadioField } from "react-aria-components/RadioGroup";

/** A choice between two or three short words, side by side. */
export function SegmentedControl<Id extends string>({
  label,
  options,
  value,
  onChange,
}: {
  /** Named for screen readers; the words of the options speak for themselves. */
  label: string;
  options: readonly { id: Id; label: string }[];
  value: Id;
  onChange: (id: Id) => void;
}) {
  function choose(id: string) {
    const option = options.find((candidate) => candidate.id === id);
    if (option) onChange(option.id);
  }
  return (
    <AriaRadioGroup
      aria-label={label}
      orientation="horizontal"
      value={value}
      onChange={choose}
      className="inline-flex h-7 w-fit rounded-control border border-line bg-sunken p-0.5"
    >
      {options.map(({ id, label: text }) => (
        <RadioField key={id} value={id} className="flex">
          <RadioButton className="focus-ring flex cursor-default items-center rounded-[3px] border border-transparent px-2 whitespace-nowrap text-muted data-hovered:text-text data-selected:border-line data-selected:bg-surface data-selected:text-text">
            {text}
          </RadioButton>
        </RadioField>
      ))}
    </AriaRadioGroup>
  );
}
