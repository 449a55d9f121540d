"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextField, type TextFieldProps } from "@/components/ui/text-field";

type LimitFieldProps = Pick<TextFieldProps, "label" | "errorMessage"> & {
  id: string;
  /** Null: the line takes what its directory number has when it is saved. */
  value: number | null;
  /** What its directory number has; null or undefined while that is not known. */
  initial: number | null | undefined;
  isReadOnly: boolean;
  onChange: (value: number | null) => void;
};

/** The number that is typed; what is no whole number becomes one that no range accepts. */
function numberIn(text: string): number | null {
  const digits = text.trim();
  return digits === "" ? null : Number(/^\d+$/.test(digits) ? digits : "none");
}

/** How many calls a line takes: a number, or nothing for that of its directory number. */
export function LimitField({ value, initial, onChange, ...field }: LimitFieldProps) {
  const t = useTranslations("lines");
  const [typed, setTyped] = useState("");
  // What is typed stays as it is typed, as long as it says the value.
  const text = Object.is(numberIn(typed), value) ? typed : String(value ?? "");
  return (
    <TextField
      {...field}
      value={text}
      onChange={(now) => {
        setTyped(now);
        onChange(numberIn(now));
      }}
      {...(value === null && typeof initial === "number"
        ? { placeholder: String(initial), description: t("limitOfNumber", { limit: initial }) }
        : {})}
      inputMode="numeric"
      autoComplete="off"
    />
  );
}
