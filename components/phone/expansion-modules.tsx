"use client";

import { useTranslations } from "next-intl";
import type { CustomFieldProps } from "@/components/console/object/object-fields";
import { useProblemText } from "@/components/console/refusal-text";
import { Select } from "@/components/ui/select";
import { expansionButtons, expansionRule } from "@/lib/catalog/expansion-modules";
import type { PhoneContent } from "@/lib/configuration/phone";

const nothing = "";

/** Which expansion modules are attached to the phone, the one next to it first. */
export function ExpansionModules({
  id,
  value,
  onChange,
  problems,
  content: { model },
  isReadOnly,
}: CustomFieldProps<PhoneContent["expansionModules"], PhoneContent>) {
  const t = useTranslations("phone.modules");
  const problemText = useProblemText();
  const rule = expansionRule(model);
  if (!rule && value.length === 0) return <p className="text-muted">{t("notTaken", { model })}</p>;
  const offered = Math.min(value.length + (isReadOnly ? 0 : 1), rule?.maximum ?? 0);
  const slots = Array.from({ length: Math.max(value.length, offered) }, (_, slot) => slot);
  function attach(slot: number, module: string) {
    // A gap closes: the modules behind it move to the phone.
    onChange(module === nothing ? value.toSpliced(slot, 1) : value.toSpliced(slot, 1, module));
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
        {slots.map((slot) => {
          const chosen = value[slot];
          const modules = new Set([...(rule?.modules ?? []), ...(chosen === undefined ? [] : [chosen])]);
          const problem = problems.find(({ path }) => path[0] === slot);
          return (
            <Select
              key={slot}
              id={`${id}-${slot}`}
              label={t("module", { number: slot + 1 })}
              options={[
                { id: nothing, label: t("none") },
                ...[...modules].map((name) => ({ id: name, label: name })),
              ]}
              value={chosen ?? nothing}
              onChange={(name) => attach(slot, name)}
              isDisabled={isReadOnly}
              errorMessage={problem && problemText(problem)}
            />
          );
        })}
      </div>
      <p className="text-xs text-muted">
        {t("explanation", { maximum: rule?.maximum ?? 0, buttons: expansionButtons(value) })}
      </p>
    </div>
  );
}
