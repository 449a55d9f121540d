"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { firstDraft, type StartTimeDraft } from "@/components/console/start-time/start-time-draft";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Skeleton } from "@/components/ui/skeleton";
import type { Problem } from "@/lib/configuration/problem";

// Most actions are done at once. With something to show meanwhile, the rest of the sheet stays.
const loading = () => <Skeleton width="60%" />;
const StartTimeFields = dynamic(
  () => import("@/components/console/start-time/start-time-fields").then((module) => module.StartTimeFields),
  { loading },
);
const IdleFields = dynamic(
  () => import("@/components/console/start-time/idle-fields").then((module) => module.IdleFields),
  { loading },
);

/** How long phones in calls are waited for unless somebody says otherwise. */
const usualIdleMinutes = 480;

type Choice = "now" | "whenIdle" | "at";

type StartTimeChoiceProps = {
  /** Null: now. */
  draft: StartTimeDraft | null;
  onChange: (draft: StartTimeDraft | null) => void;
  problem: Problem | undefined;
  /** How long phones in calls are waited for; null: only for what would interrupt them, however long. */
  idleWithinMinutes: number | null;
  onIdleChange: (minutes: number | null) => void;
  /** How the phones are found when it starts. */
  phones: "one" | "users" | "match" | "picked";
};

/** *Now*, *When idle* or *At a time*, and then which phones it will be for. */
export function StartTimeChoice(props: StartTimeChoiceProps) {
  const { draft, onChange, problem, idleWithinMinutes, onIdleChange, phones } = props;
  const t = useTranslations("device.startTime");
  const choice: Choice = draft ? "at" : idleWithinMinutes === null ? "now" : "whenIdle";
  function choose(next: Choice) {
    onChange(next === "at" ? firstDraft(new Date()) : null);
    onIdleChange(next === "whenIdle" ? usualIdleMinutes : null);
  }
  return (
    <section aria-label={t("when")} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-3">
        <h3 className="font-medium">{t("when")}</h3>
        <SegmentedControl
          label={t("when")}
          value={choice}
          onChange={choose}
          options={(["now", "whenIdle", "at"] as const).map((id) => ({ id, label: t(id) }))}
        />
      </div>
      {draft ? (
        <>
          <StartTimeFields draft={draft} onChange={onChange} problem={problem} />
          <p className="text-muted">{t(`found.${phones}`)}</p>
        </>
      ) : null}
      {choice === "now" ? null : (
        <IdleFields
          isOptional={draft !== null}
          usualMinutes={usualIdleMinutes}
          minutes={idleWithinMinutes}
          onChange={onIdleChange}
        />
      )}
    </section>
  );
}
