"use client";

import { useTranslations } from "next-intl";
import { ThreeWayView } from "@/components/console/three-way-view";
import { useChoices } from "@/components/console/use-choices";
import { useParameterWords } from "@/components/service-parameter/use-parameter-words";
import type { StaleChange } from "@/components/service-parameter/use-save-parameters";
import { serviceParameter } from "@/lib/catalog/service-parameters";

type SettleStaleParametersProps = {
  stale: readonly StaleChange[];
  isPending: boolean;
  /** Stores `yours` on top of what is stored now, and leaves `theirs` as they are. */
  onSave: (yours: readonly StaleChange[], theirs: readonly StaleChange[]) => void;
  onCancel: () => void;
};

/** Somebody else saved parameters first: shows both changes and lets the person choose, parameter by parameter. */
export function SettleStaleParameters({ stale, isPending, onSave, onCancel }: SettleStaleParametersProps) {
  const t = useTranslations("serviceParameter");
  const words = useParameterWords();
  const shown = stale.flatMap(({ base, current, value }) => {
    const facts = serviceParameter(base.name);
    if (!facts) return [];
    const status = current.value === value ? "agreed" : current.value === base.value ? "yours" : "conflict";
    return [
      {
        id: base.name,
        label: words.name(base.name),
        base: words.value(facts, base.value),
        theirs: `${words.value(facts, current.value)} · ${current.updatedBy}`,
        yours: words.value(facts, value),
        status: status as "agreed" | "yours" | "conflict",
      },
    ];
  });
  const { choiceOf, choose } = useChoices(shown);
  const isKept = ({ base, current, value }: StaleChange) =>
    choiceOf(base.name) === "yours" && current.value !== value;
  return (
    <ThreeWayView
      intro={t("stale")}
      fields={shown}
      choiceOf={choiceOf}
      onChoose={choose}
      onSave={() =>
        onSave(
          stale.filter(isKept),
          stale.filter((change) => !isKept(change)),
        )
      }
      onCancel={onCancel}
      isPending={isPending}
    />
  );
}
