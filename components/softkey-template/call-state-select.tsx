"use client";

import { useTranslations } from "next-intl";
import { useWords } from "@/components/softkey-template/use-words";
import { Badge } from "@/components/ui/badge";
import { Select } from "@/components/ui/select";
import { type CallState, callStates } from "@/lib/catalog/call-states";
import type { SoftkeyLayout, SoftkeyLayoutPatch } from "@/lib/configuration/softkey-layout";

type CallStateSelectProps = {
  layout: SoftkeyLayout;
  edits: SoftkeyLayoutPatch;
  value: CallState;
  onChange: (state: CallState) => void;
};

/** *Select a call state to configure*, each with its number of softkeys and a mark when changed (SK-07, SK-09). */
export function CallStateSelect({ layout, edits, value, onChange }: CallStateSelectProps) {
  const t = useTranslations("softkeyTemplate.layout");
  const words = useWords();
  return (
    <Select
      label={t("selectCallState")}
      className="w-72 max-w-full"
      value={value}
      onChange={onChange}
      options={callStates.map((state) => ({
        id: state,
        label: words.callState(state),
        detail: (
          <span className="flex items-center gap-2">
            {edits[state] ? <Badge tone="caution">{t("changedMark")}</Badge> : null}
            {t("count", { count: layout[state].length })}
          </span>
        ),
      }))}
    />
  );
}
