"use client";

import { useTranslations } from "next-intl";
import type { CustomFieldProps } from "@/components/console/object/object-fields";
import { useProblemText } from "@/components/console/refusal-text";
import { TextField } from "@/components/ui/text-field";
import { phoneNameRule } from "@/lib/catalog/phone-names";
import type { PhoneContent } from "@/lib/configuration/phone";
import { completedPhoneName, examplePhoneName } from "@/lib/configuration/phone-name";

/** The device name with the rule of the model; a hardware address typed alone becomes one [PH-01]. */
export function DeviceName({
  id,
  value,
  onChange,
  problems,
  content: { model },
  isReadOnly,
}: CustomFieldProps<string, PhoneContent>) {
  const t = useTranslations("phone.name");
  const problemText = useProblemText();
  const { prefix, hexDigits, digits, freeLength } = phoneNameRule(model);
  const rule = freeLength > 0 ? "free" : digits > 0 ? "hexAndDigits" : "hex";
  const [problem] = problems;
  return (
    <TextField
      id={`${id}-name`}
      label={t("label")}
      value={value}
      onChange={onChange}
      onBlur={() => {
        const completed = completedPhoneName(value, model);
        if (completed !== value) onChange(completed);
      }}
      description={
        isReadOnly
          ? undefined
          : t(rule, { prefix, hexDigits, digits, freeLength, example: examplePhoneName(model) })
      }
      errorMessage={problem && problemText(problem)}
      isMonospace
      isRequired={!isReadOnly}
      isReadOnly={isReadOnly}
      autoComplete="off"
      autoFocus={value === ""}
      className="max-w-xl"
    />
  );
}
