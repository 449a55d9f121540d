"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { UndoPreview } from "@/components/change/undo-preview";
import { useNavigate } from "@/components/console/navigation-guard";
import { useRefusalText } from "@/components/console/refusal-text";
import { useStatus } from "@/components/console/status";
import { ToolbarButton } from "@/components/console/toolbar";
import { refusalOf } from "@/lib/client/api-error";
import { refreshChanges, undoChangeMutation } from "@/lib/client/change";
import { jobPath } from "@/lib/client/paths";
import type { ChangeDto } from "@/lib/contract/change";

/** *Undo*: shows what would be taken back and what would stay, and does it when that is wanted [CL-02]. */
export function UndoChange({ change, mayUpdate }: { change: ChangeDto; mayUpdate: boolean }) {
  const t = useTranslations("change.undo");
  const status = useStatus();
  const navigate = useNavigate();
  const client = useQueryClient();
  const refusalText = useRefusalText();
  const [previewJob, setPreviewJob] = useState<string | null>(null);
  const onError = (error: unknown) => {
    setPreviewJob(null);
    status.show({ tone: "bad", text: refusalText(refusalOf(error)) });
  };
  const preview = useMutation({
    ...undoChangeMutation(),
    onError,
    onSuccess: ({ jobId }) => setPreviewJob(jobId),
  });
  const undo = useMutation({
    ...undoChangeMutation(),
    onError,
    onSuccess: async ({ jobId }) => {
      await refreshChanges(client);
      navigate(jobPath(jobId));
    },
  });
  const params = { id: change.id };
  return (
    <>
      <ToolbarButton
        id="undo"
        icon={<Undo2 aria-hidden />}
        label={t("button")}
        isPending={preview.isPending}
        isDisabled={change.undoneBy !== null}
        onPress={() => preview.mutate({ params, body: { isDryRun: true } })}
      />
      {previewJob === null ? null : (
        <UndoPreview
          jobId={previewJob}
          mayUndo={mayUpdate}
          isPending={undo.isPending}
          onCancel={() => setPreviewJob(null)}
          onConfirm={(reason) =>
            undo.mutate({ params, body: { isDryRun: false, ...(reason === "" ? {} : { reason }) } })
          }
        />
      )}
    </>
  );
}
