"use client";

import type { Ref } from "react";
import { Input } from "react-aria-components/Input";
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from "react-aria-components/TextField";
import { CharacterCount } from "@/components/ui/character-count";
import { cx } from "@/components/ui/cx";
import {
  controlClass,
  FieldDescription,
  FieldError,
  FieldLabel,
  type FieldProps,
} from "@/components/ui/field";

export type TextFieldProps = Omit<AriaTextFieldProps, "children" | "className" | "maxLength"> &
  FieldProps & {
    /** Shows how many characters of this limit are used. Typing more is allowed and reported as an error. */
    maximumCharacters?: number;
    /** Device names and numbers are set in monospace. */
    isMonospace?: boolean;
    placeholder?: string;
    size?: "small" | "medium";
    inputRef?: Ref<HTMLInputElement>;
    className?: string;
  };

/** One line of text with its label, help, error and character count. */
export function TextField({
  label,
  isLabelHidden = false,
  description,
  errorMessage,
  maximumCharacters,
  isMonospace = false,
  placeholder,
  size = "medium",
  inputRef,
  className,
  ...rest
}: TextFieldProps) {
  const isInvalid = errorMessage !== undefined;
  return (
    <AriaTextField
      {...rest}
      isInvalid={isInvalid}
      validationBehavior="aria"
      className={cx("group/field flex flex-col gap-1", className)}
    >
      <FieldLabel isHidden={isLabelHidden} isRequired={rest.isRequired === true}>
        {label}
      </FieldLabel>
      <span className="relative flex">
        <Input
          {...(inputRef === undefined ? {} : { ref: inputRef })}
          {...(placeholder === undefined ? {} : { placeholder })}
          className={cx(
            controlClass,
            "w-full min-w-0 px-2",
            size === "small" ? "h-7" : "h-8",
            isMonospace && "font-mono",
            maximumCharacters !== undefined && "pe-14",
          )}
        />
        {maximumCharacters === undefined ? null : (
          <CharacterCount text={rest.value ?? ""} maximum={maximumCharacters} />
        )}
      </span>
      {description === undefined ? null : <FieldDescription>{description}</FieldDescription>}
      <FieldError>{errorMessage}</FieldError>
    </AriaTextField>
  );
}
