"use client";

import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";
import {
  type CheckboxFieldProps as AriaCheckboxFieldProps,
  CheckboxButton,
  CheckboxField,
} from "react-aria-components/Checkbox";
import { cx } from "@/components/ui/cx";
import { FieldDescription, FieldError } from "@/components/ui/field";

export type CheckboxProps = Omit<AriaCheckboxFieldProps, "children" | "className"> & {
  /** The words beside the box; without them give `aria-label` or a table's selection slot. */
  children?: ReactNode;
  description?: ReactNode;
  errorMessage?: string | undefined;
  className?: string;
};

/** A check box; indeterminate shows a dash. */
export function Checkbox({ children, description, errorMessage, className, ...rest }: CheckboxProps) {
  return (
    <CheckboxField
      {...rest}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      className={cx("flex flex-col gap-0.5", className)}
    >
      <CheckboxButton className="group/box flex min-h-6 min-w-6 cursor-default items-center gap-2 outline-none data-disabled:opacity-45">
        {({ isSelected, isIndeterminate }) => (
          <>
            <span
              aria-hidden
              className={cx(
                "flex size-4 shrink-0 items-center justify-center rounded-[3px] border transition-colors [&_svg]:size-3",
                "outline-offset-1 outline-accent group-data-focus-visible/box:outline-2",
                isSelected || isIndeterminate
                  ? "border-accent bg-accent text-on-accent"
                  : "border-line-strong bg-surface group-data-hovered/box:border-text",
                "group-data-invalid/box:border-bad",
              )}
            >
              {isIndeterminate ? <Minus strokeWidth={3} /> : isSelected ? <Check strokeWidth={3} /> : null}
            </span>
            {children === undefined ? null : <span>{children}</span>}
          </>
        )}
      </CheckboxButton>
      {description === undefined ? null : <FieldDescription className="ps-6">{description}</FieldDescription>}
      <FieldError>{errorMessage}</FieldError>
    </CheckboxField>
  );
}
