"use client";

import { type Control, Controller } from "react-hook-form";
import { TextField } from "@/components/ui/text-field";
import type { UserFields } from "@/components/user/content";
import { fieldIds } from "@/components/user/use-user-form";

type UserTextFieldProps = {
  control: Control<UserFields>;
  name: Exclude<keyof UserFields, "role" | "revokeApiKeys">;
  label: string;
  description?: string;
  type?: "text" | "password";
  /** What a password manager may fill in. */
  autoComplete?: "current-password";
  maximumCharacters?: number;
  isRequired?: boolean;
  isReadOnly?: boolean;
  autoFocus?: boolean;
};

const ids = { ...fieldIds, reason: "user-reason" };

/** One line of the form of a user. */
export function UserTextField({ control, name, type = "text", autoComplete, ...rest }: UserTextFieldProps) {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <TextField
          {...rest}
          id={ids[name]}
          type={type}
          value={field.value}
          onChange={field.onChange}
          onBlur={field.onBlur}
          inputRef={field.ref}
          errorMessage={fieldState.error?.message}
          // The fields are about somebody else: the browser must not fill in one's own name and password.
          autoComplete={autoComplete ?? (type === "password" ? "new-password" : "off")}
          className="max-w-xl"
        />
      )}
    />
  );
}
