"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useProblemText } from "@/components/console/refusal-text";
import type { StartTimeDraft } from "@/components/console/start-time/start-time-draft";
import { Notice } from "@/components/ui/notice";
import { SearchSelect } from "@/components/ui/search-select";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { TextField } from "@/components/ui/text-field";
import type { Problem } from "@/lib/configuration/problem";

type StartTimeFieldsProps = {
  draft: StartTimeDraft;
  onChange: (draft: StartTimeDraft) => void;
  /** What the server has found wrong with the time that was sent. */
  problem: Problem | undefined;
};

/** Date, time and time zone of a start; which of two equal times is meant when the server asks. */
export function StartTimeFields({ draft, onChange, problem }: StartTimeFieldsProps) {
  const t = useTranslations("device.startTime");
  const problemText = useProblemText();
  const zones = useMemo(() => zonesWith(draft.timeZone), [draft.timeZone]);
  const { date, time, timeZone, offset } = draft;
  // Another time has to be asked for anew.
  const change = (part: Partial<StartTimeDraft>) => onChange({ date, time, timeZone, ...part });
  const twice = problem?.code === "timeTwice" ? problem.params : undefined;
  const choices = [twice?.earlier, twice?.later].map((one) => String(one ?? ""));
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-start gap-3">
        <TextField
          label={t("date")}
          type="date"
          value={date}
          onChange={(next) => change({ date: next })}
          className="w-40"
        />
        <TextField
          label={t("time")}
          type="time"
          value={time}
          onChange={(next) => change({ time: next })}
          className="w-32"
        />
        <SearchSelect
          label={t("timeZone")}
          options={zones}
          value={timeZone}
          valueText={zoneText(timeZone)}
          onChange={(next) => change({ timeZone: next })}
          searchLabel={t("searchTimeZone")}
          empty={t("noTimeZone")}
          className="w-64"
        />
      </div>
      {problem && !(twice && offset !== undefined) ? (
        <div role="alert">
          <Notice tone="bad">{problemText(problem)}</Notice>
        </div>
      ) : null}
      {twice ? (
        <SegmentedControl
          label={t("which")}
          value={offset ?? ""}
          onChange={(next) => onChange({ ...draft, offset: next })}
          options={choices.map((id, index) => ({
            id,
            label: t(index === 0 ? "first" : "second", { offset: id }),
          }))}
        />
      ) : null}
    </div>
  );
}

const zoneText = (zone: string) => zone.replaceAll("_", " ");

/** All zones that the browser knows, and the one that is chosen. */
function zonesWith(chosen: string) {
  const all = new Set(["UTC", ...Intl.supportedValuesOf("timeZone"), chosen]);
  return [...all].map((id) => ({ id, label: zoneText(id) }));
}
