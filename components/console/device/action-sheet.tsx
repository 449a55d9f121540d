"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionPreview, affectedOf } from "@/components/console/device/action-preview";
import { useRefusalText } from "@/components/console/refusal-text";
import { StartTimeChoice } from "@/components/console/start-time/start-time-choice";
import { type StartTimeDraft, startTimeInput } from "@/components/console/start-time/start-time-draft";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { TextField } from "@/components/ui/text-field";
import { refusalOf } from "@/lib/client/api-error";
import { type ActionTarget, previewQuery, startAction } from "@/lib/client/device";
import { maximumReasonLength } from "@/lib/configuration/lengths";
import type { DeviceCommand } from "@/lib/devices/forecast";

export type ActionSheetProps = {
  command: DeviceCommand;
  target: ActionTarget;
  /** What the action is for, in words. */
  targetText: string;
  /** The list of all the phones, when it is known which they are. */
  listPath?: string | null;
  /** The page has changes that are not saved. */
  isUnsaved?: boolean;
  /** The job is there; `isLater`: it waits for its time. */
  onStarted: (jobId: string, isLater: boolean) => void;
  onClose: () => void;
};

/** *Apply Config*, *Reset* or *Restart* before it is done: what it does to which phones, and why it cannot. */
export function ActionSheet(props: ActionSheetProps) {
  const { command, target, targetText, listPath = null, isUnsaved = false, onStarted, onClose } = props;
  const t = useTranslations();
  const refusalText = useRefusalText();
  const [reason, setReason] = useState("");
  const [draft, setDraft] = useState<StartTimeDraft | null>(null);
  const [idleWithinMinutes, setIdleWithinMinutes] = useState<number | null>(null);
  const at = draft && startTimeInput(draft);
  const { data: preview, error } = useQuery(previewQuery(target, command));
  const start = useMutation({
    mutationFn: () => startAction(target, command, { reason, at, idleWithinMinutes }),
    onSuccess: ({ jobId }) => onStarted(jobId, at !== null),
  });
  const count = preview ? affectedOf(preview) : 0;
  const failure = error ?? start.error;
  const refusal = failure ? refusalOf(failure) : null;
  const timeProblem = refusal?.problems.find(({ path }) => path[0] === "at");
  const isTooLong = [...reason].length > maximumReasonLength;
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t("device.sheet.title", { command: t(`common.${command}`), target: targetText })}
      footer={
        <>
          <Button autoFocus onPress={onClose}>
            {t("common.cancel")}
          </Button>
          <Button
            variant="primary"
            isDisabled={isTooLong || (draft ? at === null : count === 0)}
            isPending={start.isPending}
            onPress={() => start.mutate()}
          >
            {draft
              ? t("device.startTime.schedule")
              : preview && count > 0
                ? t(`device.sheet.start.${command}`, { count })
                : t(`common.${command}`)}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p>{t(`device.sheet.explain.${command}`)}</p>
        {isUnsaved ? <Notice tone="caution">{t("device.sheet.unsaved")}</Notice> : null}
        {refusal && !timeProblem ? (
          <div role="alert">
            <Notice tone="bad" title={t("device.sheet.notStarted")}>
              {refusalText(refusal)}
            </Notice>
          </div>
        ) : null}
        {preview ? (
          <>
            <ActionPreview
              preview={preview}
              command={command}
              listPath={listPath}
              isAtOnce={draft === null && idleWithinMinutes === null}
            />
            <StartTimeChoice
              draft={draft}
              onChange={(next) => {
                // The choice between two equal times answers what was asked.
                if (next?.offset === undefined) start.reset();
                setDraft(next);
              }}
              problem={timeProblem}
              idleWithinMinutes={idleWithinMinutes}
              onIdleChange={setIdleWithinMinutes}
              phones={phonesOf(target)}
            />
            {count > 0 || draft ? (
              <TextField
                label={t("device.sheet.reason")}
                size="small"
                value={reason}
                onChange={setReason}
                maximumCharacters={maximumReasonLength}
                autoComplete="off"
                errorMessage={
                  isTooLong
                    ? t("configuration.changes.reasonTooLong", { limit: maximumReasonLength })
                    : undefined
                }
              />
            ) : null}
          </>
        ) : error ? null : (
          <p role="status" aria-label={t("device.sheet.looking")}>
            <Skeleton width="60%" />
          </p>
        )}
      </div>
    </Dialog>
  );
}

/** How the phones of an action that starts later are found. */
function phonesOf(target: ActionTarget): "one" | "users" | "match" | "picked" {
  if (target.kind === "phone") return "one";
  if (target.kind !== "phones") return "users";
  return "where" in target.chosen ? "match" : "picked";
}
