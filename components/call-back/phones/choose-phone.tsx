"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSettled } from "@/components/console/use-settled";
import { SearchSelect } from "@/components/ui/search-select";
import { offeredClustersQuery, offeredPhonesQuery } from "@/lib/client/phone-operation";

const settleMilliseconds = 150;

type ChoosePhoneProps = {
  /** The phones that are there already; they are not offered again. */
  chosen: readonly string[];
  onChoose: (phone: string) => void;
};

/** A drop-down of all phones, found by name, description or number; those of other clusters come last. */
export function ChoosePhone({ chosen, onChoose }: ChoosePhoneProps) {
  const t = useTranslations("deskPhone");
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  const settled = useSettled(text.trim(), settleMilliseconds);
  const { data: phones } = useQuery({ ...offeredPhonesQuery(settled), enabled: isOpen });
  const { data: clusters } = useQuery({ ...offeredClustersQuery(settled), enabled: isOpen });
  const options = [
    ...(phones?.items ?? []).map(({ name, description, lines }) => ({
      id: name,
      label: [lines[0]?.directoryNumber, name, description].filter(Boolean).join(" · "),
    })),
    ...(clusters?.items ?? []).flatMap(({ name: cluster, directoryNumbers }) =>
      directoryNumbers.map(({ pattern, name }) => ({
        id: `${cluster}:${pattern}`,
        label: [pattern, cluster, name].filter(Boolean).join(" · "),
      })),
    ),
  ].filter(({ id }) => !chosen.includes(id));
  const more = (phones?.total ?? 0) - (phones?.items.length ?? 0);
  return (
    <SearchSelect
      label={t("add")}
      isLabelHidden
      size="small"
      className="w-72"
      options={options}
      value={null}
      valueText={<span className="text-muted">{t("addChoose")}</span>}
      onChange={onChoose}
      searchLabel={t("addSearch")}
      onSearch={setText}
      onOpenChange={setOpen}
      empty={phones ? t("addNothing") : null}
      footer={more > 0 ? t("addMore", { count: more }) : undefined}
    />
  );
}
