"use client";

import { RotateCcw } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChangesPanel } from "@/components/console/changes-panel";
import { ErrorSummary } from "@/components/console/error-summary";
import { useUnsavedChanges } from "@/components/console/navigation-guard";
import { AccessNotice } from "@/components/console/object/access-notice";
import { SaveButton } from "@/components/console/object/object-buttons";
import { useAttended } from "@/components/console/object/use-attended";
import { useObjectWords } from "@/components/console/object/use-object-words";
import { Page } from "@/components/console/page";
import { useProblemText } from "@/components/console/refusal-text";
import { ToolbarButton } from "@/components/console/toolbar";
import { UnsavedBadge } from "@/components/console/unsaved-badge";
import { ParameterRow } from "@/components/service-parameter/parameter-row";
import { serviceParameter } from "@/components/service-parameter/service-parameter";
import { SettleStaleParameters } from "@/components/service-parameter/settle-stale-parameters";
import { type EditedParameter, useParameterEdits } from "@/components/service-parameter/use-parameter-edits";
import { useParameterWords } from "@/components/service-parameter/use-parameter-words";
import { useSaveParameters } from "@/components/service-parameter/use-save-parameters";
import { maximumReasonLength } from "@/lib/configuration/lengths";
import type { ServiceParameterDto } from "@/lib/contract/service-parameter";

const LiveParameters = dynamic(
  () => import("@/components/service-parameter/live-parameters").then((module) => module.LiveParameters),
  // What somebody is typing into stays shown until it is there.
  { loading: () => null },
);

type ServiceParametersProps = {
  stored: readonly ServiceParameterDto[];
  /** The parameter that the address names. */
  named: string | null;
  mayUpdate: boolean;
  /** What is shown may be of an earlier visit, and is being read. */
  isReading: boolean;
};

const idOf = ({ facts }: EditedParameter) => `parameter-${facts.name.replaceAll(/\W+/g, "-")}`;

/** *Service Parameter Configuration*: all parameters of Call Back, of which several are changed and saved at once. */
export function ServiceParameters({ stored, named, mayUpdate, isReading }: ServiceParametersProps) {
  const t = useTranslations("serviceParameter");
  const words = useParameterWords();
  const objectWords = useObjectWords(serviceParameter);
  const problemText = useProblemText();
  const edits = useParameterEdits(stored);
  const saving = useSaveParameters(edits);
  const [reason, setReason] = useState("");
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [isSaveTried, setSaveTried] = useState(false);
  const unsaved = edits.parameters.filter(({ isUnsaved }) => isUnsaved);
  const wrong = unsaved.filter(({ problem }) => problem !== undefined);
  useUnsavedChanges(unsaved.length > 0);
  const isAttended = useAttended();

  async function save() {
    setSaveTried(true);
    if (wrong.length > 0 || [...reason].length > maximumReasonLength) return;
    const changes = unsaved.map(({ base, value }) => ({ base, value, reason: reason.trim() }));
    if (!(await saving.save(changes))) return;
    setReason((typed) => (typed === reason ? "" : typed));
    setTouched(new Set());
    setSaveTried(false);
  }
  /** Shows what others have stored beside what is typed, unless that cannot be stored at all. */
  function compare(parameters: readonly ServiceParameterDto[]) {
    setSaveTried(true);
    if (wrong.length > 0 || [...reason].length > maximumReasonLength) return;
    const changes = unsaved.flatMap(({ facts, base, value }) => {
      const current = parameters.find(({ name }) => name === facts.name);
      return current ? { base, value, reason: reason.trim(), current } : [];
    });
    saving.compare(changes);
  }
  function errorOf({ facts, problem, isUnsaved }: EditedParameter): string | undefined {
    const isTold = isUnsaved && (isSaveTried || touched.has(facts.name));
    return problem && isTold ? problemText(problem) : undefined;
  }
  return (
    <Page
      at="serviceParameter"
      title={t("title")}
      badges={unsaved.length > 0 ? <UnsavedBadge /> : null}
      actions={
        mayUpdate ? (
          <>
            <SaveButton isPending={saving.isPending} onPress={() => void save()} />
            <ToolbarButton
              id="setToDefault"
              icon={<RotateCcw aria-hidden />}
              label={t("setToDefault")}
              isDisabled={edits.parameters.every(({ isDefault }) => isDefault)}
              onPress={edits.setAllToDefault}
            />
          </>
        ) : undefined
      }
    >
      <div className="flex flex-col gap-4 p-4">
        <AccessNotice object={serviceParameter} words={objectWords} mayUpdate={mayUpdate} />
        <ErrorSummary
          problems={
            isSaveTried
              ? wrong.map((parameter) => ({
                  fieldId: idOf(parameter),
                  label: words.name(parameter.facts.name),
                  message: parameter.problem ? problemText(parameter.problem) : "",
                }))
              : []
          }
        />
        <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_16rem]">
          <section aria-labelledby="call-back-parameters" className="min-w-0">
            <h2 id="call-back-parameters" className="text-base font-semibold">
              {t("group.callBack")}
            </h2>
            <p className="text-muted">{t("service")}</p>
            <div
              aria-hidden
              className="mt-2 grid gap-x-6 border-b border-line bg-sunken px-2 py-1 text-xs font-medium text-muted max-md:hidden md:grid-cols-[minmax(0,1fr)_15rem_11rem]"
            >
              <span>{t("column.parameter")}</span>
              <span>{t("column.value")}</span>
              <span>{t("column.default")}</span>
            </div>
            <ul>
              {edits.parameters.map((parameter) => (
                <ParameterRow
                  key={parameter.facts.name}
                  id={idOf(parameter)}
                  parameter={parameter}
                  errorMessage={errorOf(parameter)}
                  isReadOnly={!mayUpdate}
                  isNamed={parameter.facts.name === named}
                  onChange={(value) => edits.set(parameter, value)}
                  onBlur={() => setTouched((before) => new Set(before).add(parameter.facts.name))}
                />
              ))}
            </ul>
          </section>
          {mayUpdate ? (
            <div className="xl:sticky xl:top-[calc(var(--sticky-top)+1rem)] xl:self-start">
              <ChangesPanel
                title={t("changes.title")}
                none={t("changes.none")}
                changes={unsaved.map(({ facts, base, value }) =>
                  t("changes.one", {
                    name: words.name(facts.name),
                    from: words.value(facts, base.value),
                    to: words.value(facts, value),
                  }),
                )}
                reason={reason}
                onReason={setReason}
              />
            </div>
          ) : null}
        </div>
      </div>
      {isAttended ? (
        <LiveParameters
          stored={stored}
          seen={edits.parameters.map(({ base }) => base)}
          unsaved={unsaved.map(({ base }) => base)}
          isReading={isReading}
          isSaving={saving.isPending}
          isCompared={saving.stale.length > 0}
          onCompare={compare}
          onReload={(parameters) => {
            for (const { name } of parameters) edits.drop(name);
          }}
        />
      ) : null}
      {saving.stale.length > 0 ? (
        <SettleStaleParameters
          stale={saving.stale}
          isPending={saving.isPending}
          onCancel={saving.settleStale}
          onSave={(yours, theirs) => {
            for (const { base } of theirs) edits.drop(base.name);
            saving.settleStale();
            if (yours.length > 0)
              void saving.save(yours.map((change) => ({ ...change, base: change.current })));
          }}
        />
      ) : null}
    </Page>
  );
}
