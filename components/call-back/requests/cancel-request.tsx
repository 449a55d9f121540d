"use client";

import { useMutation } from "@tanstack/react-query";
import { Ban } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/console/refusal-text";
import { useStatus } from "@/components/console/status";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { refusalOf } from "@/lib/client/api-error";
import { cancelRequestMutation } from "@/lib/client/call-back";
import type { RequestDto } from "@/lib/contract/call-back";

/** Cancels a live request after a question; its phone is told nothing more about the target. */
export function CancelRequest({ request }: { request: RequestDto }) {
  const t = useTranslations("callBackRequest.cancel");
  const status = useStatus();
  const refusalText = useRefusalText();
  const [isAsked, setAsked] = useState(false);
  const words = { originator: request.originator.directoryNumber, target: request.target };
  const cancel = useMutation({
    ...cancelRequestMutation(),
    onSuccess: () => status.show({ tone: "good", text: t("done", words) }),
    onError: (error) => status.show({ tone: "bad", text: refusalText(refusalOf(error)) }),
    onSettled: () => setAsked(false),
  });
  return (
    <>
      <IconButton size="small" label={t("label", words)} onPress={() => setAsked(true)}>
        <Ban />
      </IconButton>
      <ConfirmDialog
        isOpen={isAsked}
        onCancel={() => setAsked(false)}
        onConfirm={() => cancel.mutate({ params: { id: request.id } })}
        isPending={cancel.isPending}
        title={t("title")}
        confirmLabel={t("confirm")}
        cancelLabel={t("keep")}
        isDangerous
      >
        {t("body", words)}
      </ConfirmDialog>
    </>
  );
}
