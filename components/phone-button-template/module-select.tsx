"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import { moduleChoices } from "@/lib/configuration/button-groups";

type ModuleSelectProps = {
  model: string;
  /** How many buttons the template has now. */
  count: number;
  onChange: (count: number) => void;
};

/** *Expansion Modules*: how many buttons the template has, as phones of the model can be equipped. */
export function ModuleSelect({ model, count, onChange }: ModuleSelectProps) {
  const t = useTranslations("phoneButtonTemplate.modules");
  const choices = moduleChoices(model);
  const isEquipped = choices.some(({ buttons }) => buttons === count);
  // A model without modules has nothing to choose, unless the template does not fit it.
  if (choices.length < 2 && isEquipped) return null;
  const options = choices.map(({ modules, buttonsEach, buttons, names }) => ({
    id: String(buttons),
    label: modules === 0 ? t("none") : t("some", { modules, buttonsEach }),
    detail: t("total", { buttons }),
    names,
  }));
  const other = { id: String(count), label: t("other"), detail: t("total", { buttons: count }), names: [] };
  const chosen = options.find(({ id }) => id === String(count));
  return (
    <Select
      label={t("label")}
      description={chosen && chosen.names.length > 0 ? chosen.names.join(" · ") : t("explanation")}
      className="w-80 max-w-full"
      size="small"
      options={isEquipped ? options : [...options, other]}
      value={String(count)}
      onChange={(buttons) => onChange(Number(buttons))}
    />
  );
}
