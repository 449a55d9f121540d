"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRefusalText } from "@/components/console/refusal-text";
import { useStatus } from "@/components/console/status";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { refusalOf } from "@/lib/client/api-error";
import { refreshApiKeys, removeApiKeyMutation } from "@/lib/client/api-key";

type RevokeApiKeyProps = {
  name: string;
  /** Whose key it is, when it is somebody else's. */
  owner?: string | undefined;
  onRevoked: () => void;
  onClose: () => void;
};

/** Asks before a key is revoked, and does it. */
export function RevokeApiKey({ name, owner, onRevoked, onClose }: RevokeApiKeyProps) {
  const t = useTranslations("userManagement.apiKey");
  const status = useStatus();
  const refusalText = useRefusalText();
  const client = useQueryClient();
  const remove = useMutation({
    ...removeApiKeyMutation(),
    onSuccess: () => {
      status.show({ tone: "good", text: t("status.revoked", { name }), detail: t("status.revokedDetail") });
      onRevoked();
    },
    onError: (error) => {
      const text = t("status.notRevoked", { name });
      status.show({ tone: "bad", text, detail: refusalText(refusalOf(error)) });
    },
    onSettled: () => {
      void refreshApiKeys(client);
      onClose();
    },
  });
  return (
    <ConfirmDialog
      isOpen
      onCancel={onClose}
      onConfirm={() => remove.mutate({ params: { name }, query: owner === undefined ? {} : { owner } })}
      title={owner === undefined ? t("revokeTitle", { name }) : t("revokeTitleOf", { name, owner })}
      confirmLabel={t("revoke")}
      isDangerous
      isPending={remove.isPending}
    >
      {t("revokeBody")}
    </ConfirmDialog>
  );
}
