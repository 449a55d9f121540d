"use client";

import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { FieldError as AriaFieldError } from "react-aria-components/FieldError";
import { Label as AriaLabel } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { cx } from "@/components/ui/cx";

/** What every field accepts around its control. */
export type FieldProps = {
  label: string;
  /** The label is for screen readers only, because the surrounding text already says it. */
  isLabelHidden?: boolean;
  description?: ReactNode;
  /** The text of the error; the field is invalid when there is one. */
  errorMessage?: string | undefined;
};

/** Look of the box a person types into or chooses from. */
export const controlClass =
  "focus-ring rounded-control border border-line-strong bg-surface text-text placeholder:text-muted " +
  "data-hovered:border-text data-disabled:opacity-45 data-invalid:border-bad " +
  "group-data-readonly/field:border-line group-data-readonly/field:bg-sunken";

/** The name of a field, with a mark when it must be filled in. */
export function FieldLabel({
  children,
  isHidden = false,
  isRequired = false,
}: {
  children: ReactNode;
  isHidden?: boolean;
  isRequired?: boolean;
}) {
  return (
    <AriaLabel className={isHidden ? "sr-only" : "text-text font-medium"}>
      {children}
      {isRequired ? (
        <span aria-hidden className="ms-0.5 text-bad">
          *
        </span>
      ) : null}
    </AriaLabel>
  );
}

/** Help below a field. */
export function FieldDescription({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <Text slot="description" className={cx("text-xs text-muted", className)}>
      {children}
    </Text>
  );
}

/** The error of a field, beside it, with icon and words; nothing while the field is valid. */
export function FieldError({ children }: { children: string | undefined }) {
  return (
    <AriaFieldError className="flex items-start gap-1 text-xs text-bad">
      <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
      <span>{children}</span>
    </AriaFieldError>
  );
}
