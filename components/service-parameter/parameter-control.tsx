"use client";

import { useTranslations } from "next-intl";
import { ReferenceSelect } from "@/components/console/reference-select";
import type { EditedParameter } from "@/components/service-parameter/use-parameter-edits";
import { useParameterWords } from "@/components/service-parameter/use-parameter-words";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { ServiceParameterValue } from "@/lib/configuration/service-parameter";

type ParameterControlProps = {
  id: string;
  parameter: EditedParameter;
  errorMessage: string | undefined;
  isReadOnly: boolean;
  onChange: (value: ServiceParameterValue) => void;
  onBlur: () => void;
};

/** The control of a parameter, as its type wants it. */
export function ParameterControl(props: ParameterControlProps) {
  const { id, parameter, errorMessage, isReadOnly, onChange, onBlur } = props;
  const { facts, typed } = parameter;
  const t = useTranslations("configuration");
  const range = useTranslations("serviceParameter.range");
  const words = useParameterWords();
  const shared = { id, label: words.name(facts.name), isLabelHidden: true, errorMessage };
  switch (facts.type) {
    case "flag":
      return (
        <Select
          {...shared}
          options={(["true", "false"] as const).map((value) => ({ id: value, label: words.choice(value) }))}
          value={typed === true ? "true" : "false"}
          onChange={(chosen) => onChange(chosen === "true")}
          isDisabled={isReadOnly}
        />
      );
    case "choice":
      return (
        <Select
          {...shared}
          options={facts.choices.map((choice) => ({ id: choice, label: words.choice(choice) }))}
          value={String(typed)}
          onChange={onChange}
          isDisabled={isReadOnly}
        />
      );
    case "callingSearchSpace":
      return (
        <ReferenceSelect
          {...shared}
          kind="callingSearchSpace"
          value={typeof typed === "string" ? typed : null}
          onChange={onChange}
          none={t("none")}
          isDisabled={isReadOnly}
        />
      );
    case "number":
    case "text":
      return (
        <TextField
          {...shared}
          {...(facts.type === "number"
            ? {
                inputMode: "numeric" as const,
                description: range(facts.unit, { minimum: facts.minimum, maximum: facts.maximum }),
              }
            : { maximumCharacters: facts.maximumLength })}
          value={String(typed ?? "")}
          onChange={onChange}
          onBlur={onBlur}
          isReadOnly={isReadOnly}
          autoComplete="off"
        />
      );
  }
}
