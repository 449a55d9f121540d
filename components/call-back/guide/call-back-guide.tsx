"use client";

import { ArrowRight, Check, RotateCcw, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { FirstCallBackProgress } from "@/components/call-back/guide/use-first-call-back";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { IconButton } from "@/components/ui/icon-button";
import { Link } from "@/components/ui/link";
import { firstCallBackSteps } from "@/lib/callback/display/first-call-back";
import { tracePath } from "@/lib/client/paths";

type CallBackGuideProps = { progress: FirstCallBackProgress; onClose: () => void };

/** Leads through a first call back in six sentences; each ticks itself as the phones do it, whoever presses their keys. */
export function CallBackGuide({ progress, onClose }: CallBackGuideProps) {
  const t = useTranslations("deskPhone.guide");
  const { done, current, numbers, request } = progress;
  const all = firstCallBackSteps.length;
  return (
    <section
      aria-labelledby="call-back-guide"
      className="border-b border-line bg-canvas px-4 py-3 max-xl:sticky max-xl:top-(--bar-height) max-xl:z-10"
    >
      <div className="flex items-center gap-3">
        <h2 id="call-back-guide" className="text-base font-semibold">
          {t("title")}
        </h2>
        <span className="flex-1 text-muted tabular-nums">{t("progress", { done, all })}</span>
        <IconButton size="small" label={t("close")} onPress={onClose}>
          <X />
        </IconButton>
      </div>
      <ol className="mt-2 grid gap-x-6 gap-y-1 sm:grid-flow-col sm:grid-cols-2 sm:grid-rows-3">
        {firstCallBackSteps.map(({ id }, index) => (
          <Sentence
            key={id}
            state={index < done ? "done" : id === current?.id ? "current" : "later"}
            index={index}
            text={t(`step.${id}`, numbers)}
          />
        ))}
      </ol>
      <div role="status">
        {current ? (
          <p className="sr-only">{t(`step.${current.id}`, numbers)}</p>
        ) : (
          <div className="mt-3 flex flex-wrap items-center gap-3">
            <p className="font-medium text-good">{t("end")}</p>
            {request ? <Link href={tracePath(request.id)}>{t("trace")}</Link> : null}
            <Button
              size="small"
              icon={<RotateCcw />}
              isPending={progress.isBeginning}
              onPress={() => progress.begin()}
            >
              {t("again")}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

type SentenceProps = { state: "done" | "current" | "later"; index: number; text: string };

/** On small screens only the one that counts now is shown: the phones need the room. */
function Sentence({ state, index, text }: SentenceProps) {
  const t = useTranslations("deskPhone.guide");
  return (
    <li
      aria-current={state === "current" ? "step" : undefined}
      className={cx(
        "flex items-start gap-2",
        state === "current" ? "font-medium" : "text-muted max-sm:hidden",
      )}
    >
      <span
        className={cx(
          "mt-0.5 flex size-4 shrink-0 items-center justify-center tabular-nums [&_svg]:size-4",
          state === "done" ? "text-good" : state === "current" ? "text-accent-text" : "",
        )}
      >
        {state === "done" ? (
          <Check role="img" aria-label={t("done")} />
        ) : state === "current" ? (
          <ArrowRight aria-hidden />
        ) : (
          <span aria-hidden>{index + 1}</span>
        )}
      </span>
      <span className="min-w-0">{text}</span>
    </li>
  );
}
