"use client";

import { ArrowLeft, ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { eventText } from "@/components/call-back/trace/event-text";
import type { Lane, TraceStep } from "@/components/call-back/trace/trace-steps";
import { clockText } from "@/components/call-back/trace/trace-text";
import { useTranslate } from "@/components/console/use-translate";
import { cx } from "@/components/ui/cx";
import type { RequestDto } from "@/lib/contract/call-back";

type LadderProps = { steps: readonly TraceStep[]; request: RequestDto };

const columns = "grid grid-cols-[6rem_minmax(8rem,1fr)_minmax(14rem,3fr)_minmax(8rem,1fr)]";

/** Originator, cluster and target as three lanes; each event starts in its lane and is decided by the cluster. */
export function Ladder({ steps, request }: LadderProps) {
  const t = useTranslations("callBackRequest.trace");
  return (
    <div className="overflow-x-auto px-4 py-3">
      <div className="min-w-160">
        <div
          aria-hidden
          className={cx(columns, "border-b border-line pb-2 text-xs font-semibold text-muted")}
        >
          <span>{t("time")}</span>
          <span className="text-center">
            {t("lane.originator", { number: request.originator.directoryNumber })}
          </span>
          <span className="text-center">{t("lane.cluster")}</span>
          <span className="text-center">{t("lane.target", { number: request.target })}</span>
        </div>
        <ol>
          {steps.map((step) => (
            <Step key={step.id} step={step} />
          ))}
        </ol>
      </div>
    </div>
  );
}

function Step({ step: { at, lane, event, decisions } }: { step: TraceStep }) {
  const t = useTranslations("callBackRequest.trace");
  const translate = useTranslate();
  const text = eventText(translate, event);
  return (
    <li className={cx(columns, "border-b border-line")}>
      <time dateTime={at} className="py-2 text-xs text-muted tabular-nums">
        {clockText(at)}
      </time>
      <LaneCell at="originator" lane={lane} text={text} phone={event.phone} />
      <div className="flex flex-col gap-2 border-x border-line px-3 py-2">
        {lane === "cluster" ? <p className="font-medium">{text}</p> : null}
        {decisions.map(({ rule, name, sentence, transition }, position) => (
          // Decisions of one event are nothing but their order.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <div key={position}>
            <p>{sentence}</p>
            <p className="flex gap-2 text-xs text-muted">
              <span>{rule === name ? name : t("row", { rule, name })}</span>
              {transition && transition.from !== transition.to ? (
                // As in the table of the code, to be searched for there.
                <span lang="en">{t("transition", transition)}</span>
              ) : null}
            </p>
          </div>
        ))}
      </div>
      <LaneCell at="target" lane={lane} text={text} phone={event.phone} />
    </li>
  );
}

type LaneCellProps = { at: Exclude<Lane, "cluster">; lane: Lane; text: string; phone: string | null };

/** The lane of a phone: what happens at it, with an arrow to the cluster, or only its line. */
function LaneCell({ at, lane, text, phone }: LaneCellProps) {
  const isHere = at === lane;
  const Arrow = at === "originator" ? ArrowRight : ArrowLeft;
  return (
    <div className={cx("relative flex items-start gap-1 py-2", at === "target" && "flex-row-reverse")}>
      {isHere ? (
        <>
          <span className="min-w-0 flex-1 rounded-control border border-line bg-sunken px-2 py-1 text-xs">
            <span className="block font-medium">{text}</span>
            <span className="block truncate font-mono text-muted">{phone}</span>
          </span>
          <Arrow aria-hidden className="mt-1.5 size-4 shrink-0 text-accent-text" />
        </>
      ) : (
        <span aria-hidden className="absolute inset-y-0 left-1/2 border-s border-dashed border-line" />
      )}
    </div>
  );
}
