"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";

const hours = [1, 4, 8, 24, 72, 168] as const;

type IdleFieldsProps = {
  /** Whether to wait for idle phones at all is to be chosen too. */
  isOptional: boolean;
  usualMinutes: number;
  minutes: number | null;
  onChange: (minutes: number | null) => void;
};

/** How long phones in calls are waited for, and what becomes of those that never have none. */
export function IdleFields({ isOptional, usualMinutes, minutes, onChange }: IdleFieldsProps) {
  const t = useTranslations("device.startTime");
  return (
    <>
      {isOptional ? (
        <Checkbox
          isSelected={minutes !== null}
          onChange={(isWanted) => onChange(isWanted ? usualMinutes : null)}
        >
          {t("onlyIdle")}
        </Checkbox>
      ) : null}
      {minutes === null ? null : (
        <>
          <Select
            label={t("waitAtMost")}
            options={hours.map((count) => ({ id: String(count * 60), label: t("hours", { count }) }))}
            value={String(minutes)}
            onChange={(id) => onChange(Number(id))}
            className="w-40"
          />
          <p className="text-muted">{t("idleHelp")}</p>
        </>
      )}
    </>
  );
}
