"use client";

import { useTranslations } from "next-intl";
import { choicesOf, type FieldValue, type UpdateField } from "@/components/console/object/update-fields";
import { ReferenceSelect } from "@/components/console/reference-select";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";

// No choice is called so: the character is not allowed.
const nothing = "<";

type Said = Omit<FieldValue, "path">;

type ValueFieldProps = {
  field: UpdateField;
  label: string;
  choiceText: (choice: string) => string;
  /** Undefined while the field is not chosen. */
  value: FieldValue | undefined;
  onChange: (said: Said) => void;
};

/** The control of a new value, as the page of the objects has it. Whoever uses it chooses the field. */
export function ValueField({ field, label, choiceText, value, onChange }: ValueFieldProps) {
  const t = useTranslations();
  const { control, canBeEmpty } = field;
  const { text = "", isEmptied = false } = value ?? {};
  const shared = {
    label,
    isLabelHidden: true,
    size: "small",
    placeholder: t(`bulkAdministration.update.${value === undefined ? "unchanged" : "choose"}`),
  } as const;
  const say = (typed: string) => onChange({ text: typed, isEmptied: false });
  const emptied = { text: "", isEmptied: true };
  switch (control.control) {
    case "flag":
    case "choice": {
      const none = canBeEmpty ? [{ id: nothing, label: t("configuration.none") }] : [];
      const options = [...none, ...choicesOf(control).map((id) => ({ id, label: choiceLabel(id) }))];
      return (
        <Select
          {...shared}
          value={isEmptied ? nothing : text === "" ? null : text}
          onChange={(id) => (id === nothing ? onChange(emptied) : say(id))}
          options={options}
        />
      );
    }
    case "reference": {
      const where = control.where?.({});
      return (
        <ReferenceSelect
          {...shared}
          kind={control.to}
          {...(where ? { where } : {})}
          value={text === "" ? null : text}
          isUnset={!isEmptied}
          onChange={(name) => (name === null ? onChange(emptied) : say(name))}
          {...(canBeEmpty ? { none: t("configuration.none") } : {})}
        />
      );
    }
    default:
      return (
        <>
          <TextField
            {...shared}
            placeholder={value === undefined ? shared.placeholder : ""}
            value={text}
            onChange={say}
            isDisabled={isEmptied}
            isMonospace={control.control === "text" && control.isMonospace}
            autoComplete="off"
          />
          {canBeEmpty && value !== undefined && text === "" ? (
            <Checkbox
              isSelected={isEmptied}
              onChange={(isChosen) => onChange({ text: "", isEmptied: isChosen })}
            >
              {t("bulkAdministration.update.emptyIt")}
            </Checkbox>
          ) : null}
        </>
      );
  }

  function choiceLabel(id: string): string {
    if (control.control !== "flag") return choiceText(id);
    return t(id === "true" ? "common.yes" : "common.no");
  }
}
