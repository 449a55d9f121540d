"use client";

import { useTranslations } from "next-intl";
import { useProblemText } from "@/components/console/refusal-text";
import { TextField } from "@/components/ui/text-field";
import type { SpeedDial } from "@/lib/configuration/phone-lines";
import type { Problem } from "@/lib/configuration/problem";

type SpeedDialFieldsProps = {
  /** Of the speed dial; the ids of its fields begin with it. */
  id: string;
  speedDial: SpeedDial;
  /** What is wrong with it; paths begin with its place in the list. */
  problems: readonly Problem[];
  isReadOnly: boolean;
  autoFocus: boolean;
  onChange: (speedDial: SpeedDial) => void;
};

/** The fields of one speed dial. */
export function SpeedDialFields(props: SpeedDialFieldsProps) {
  const { id, speedDial, problems, isReadOnly, autoFocus, onChange } = props;
  const t = useTranslations("phone.speedDials");
  const problemText = useProblemText();
  function errorOf(field: keyof SpeedDial): string | undefined {
    const problem = problems.find(({ path }) => path[1] === field);
    return problem && problemText(problem);
  }
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <TextField
        id={`${id}-number`}
        label={t("number")}
        value={speedDial.number}
        onChange={(number) => onChange({ ...speedDial, number })}
        errorMessage={errorOf("number")}
        inputMode="tel"
        isRequired={!isReadOnly}
        isReadOnly={isReadOnly}
        autoFocus={autoFocus}
      />
      <TextField
        id={`${id}-label`}
        label={t("label")}
        value={speedDial.label}
        onChange={(label) => onChange({ ...speedDial, label })}
        errorMessage={errorOf("label")}
        isReadOnly={isReadOnly}
      />
    </div>
  );
}
