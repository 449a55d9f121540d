"use client";

import { TextArea as AriaTextArea } from "react-aria-components/TextArea";
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from "react-aria-components/TextField";
import { cx } from "@/components/ui/cx";
import {
  controlClass,
  FieldDescription,
  FieldError,
  FieldLabel,
  type FieldProps,
} from "@/components/ui/field";

export type TextAreaProps = Omit<AriaTextFieldProps, "children" | "className"> &
  FieldProps & { rows?: number; className?: string };

/** Several lines of text with label, help and error. */
export function TextArea({
  label,
  isLabelHidden = false,
  description,
  errorMessage,
  rows = 3,
  className,
  ...rest
}: TextAreaProps) {
  return (
    <AriaTextField
      {...rest}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      className={cx("group/field flex flex-col gap-1", className)}
    >
      <FieldLabel isHidden={isLabelHidden} isRequired={rest.isRequired === true}>
        {label}
      </FieldLabel>
      <AriaTextArea rows={rows} className={cx(controlClass, "w-full resize-y px-2 py-1.5")} />
      {description === undefined ? null : <FieldDescription>{description}</FieldDescription>}
      <FieldError>{errorMessage}</FieldError>
    </AriaTextField>
  );
}
