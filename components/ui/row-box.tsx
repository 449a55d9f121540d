import { Check } from "lucide-react";

type RowBoxProps = {
  isSelected: boolean;
  isDisabled: boolean;
  onChange: (isSelected: boolean) => void;
  "aria-labelledby": string;
};

const mark = (
  <Check
    aria-hidden
    strokeWidth={3}
    className="pointer-events-none absolute start-0.5 size-3 text-on-accent opacity-0 peer-checked:opacity-100"
  />
);

/**
 * The box that selects a row. It looks as `Checkbox` does and is the browser's own, since hundreds of them are drawn and ticked
 * at once.
 */
export function RowBox({ isSelected, isDisabled, onChange, ...label }: RowBoxProps) {
  return (
    <label className="relative flex min-h-6 min-w-6 items-center">
      <input
        {...label}
        type="checkbox"
        checked={isSelected}
        disabled={isDisabled}
        onChange={({ target }) => onChange(target.checked)}
        className="peer size-4 shrink-0 appearance-none rounded-[3px] border border-line-strong bg-surface outline-offset-1 outline-accent checked:border-accent checked:bg-accent hover:not-checked:border-text focus-visible:outline-2 disabled:opacity-45"
      />
      {mark}
    </label>
  );
}
