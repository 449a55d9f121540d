"use client";

import { useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { fallbackSoftkeyTemplate } from "@/lib/catalog/standard-softkey-templates";
import { listPath, newPath } from "@/lib/client/object-path";
import { overviewQuery } from "@/lib/client/overview";
import { devicePaths, tryCallBackPath } from "@/lib/client/paths";
import { type TaskFlowStep, taskFlowSteps } from "@/lib/configuration/task-flow";

const hrefs: Readonly<Record<TaskFlowStep, string>> = {
  copy: newPath("softkeyTemplate", { name: fallbackSoftkeyTemplate, partition: null }),
  layout: listPath("softkeyTemplate"),
  common: listPath("commonDeviceConfiguration"),
  phone: listPath("phone"),
  default: listPath("softkeyTemplate"),
  button: listPath("phoneButtonTemplate"),
  buttonPhone: listPath("phone"),
  apply: devicePaths.pending,
  try: tryCallBackPath,
};
const ways = ["softkey", "button", "both"] as const;

/** The steps of the Call Back guide, each with the page where it is done, ticked when the cluster shows that it is. */
export function TaskFlow() {
  const t = useTranslations("home.taskFlow");
  const { data } = useQuery(overviewQuery());
  const { done = [], next = null } = data?.taskFlow ?? {};
  return (
    <section aria-labelledby="task-flow">
      <h2 id="task-flow" className="pb-2 text-base font-semibold">
        {t("title")}
      </h2>
      <div className="overflow-hidden rounded-panel border border-line">
        {ways.map((way) => (
          <div key={way} className="border-line not-first:border-t">
            <h3 id={`task-flow-${way}`} className="bg-canvas px-3 py-1.5 text-muted">
              {t(`way.${way}`)}
            </h3>
            <ol aria-labelledby={`task-flow-${way}`}>
              {taskFlowSteps.map((step, index) =>
                step.way === way ? (
                  <Step
                    key={step.id}
                    id={step.id}
                    number={index + 1}
                    isDone={done.includes(step.id)}
                    isNext={next === step.id}
                  />
                ) : null,
              )}
            </ol>
          </div>
        ))}
      </div>
    </section>
  );
}

type StepProps = { id: TaskFlowStep; number: number; isDone: boolean; isNext: boolean };

function Step({ id, number, isDone, isNext }: StepProps) {
  const t = useTranslations("home.taskFlow");
  return (
    <li
      aria-current={isNext ? "step" : undefined}
      className={cx("flex gap-3 border-t border-line px-3 py-2.5", isNext && "bg-accent-soft")}
    >
      <span
        className={cx(
          "flex size-6 shrink-0 items-center justify-center rounded-full border font-medium tabular-nums [&_svg]:size-4",
          isDone ? "border-transparent bg-good-soft text-good" : "border-line",
        )}
      >
        {isDone ? <Check role="img" aria-label={t("done")} /> : <span aria-hidden>{number}</span>}
      </span>
      <div className="min-w-0">
        <Link href={hrefs[id]}>{t(`${id}.title`)}</Link>
        {isNext ? <span className="ms-2 text-xs font-medium text-accent-text">{t("next")}</span> : null}
        <p className={isNext ? undefined : "text-muted"}>{t(`${id}.text`)}</p>
      </div>
    </li>
  );
}
