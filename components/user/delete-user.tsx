"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useNavigate } from "@/components/console/navigation-guard";
import { useRefusalText } from "@/components/console/refusal-text";
import { useStatus } from "@/components/console/status";
import { ToolbarButton } from "@/components/console/toolbar";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { refusalOf } from "@/lib/client/api-error";
import { userListPath } from "@/lib/client/paths";
import { refreshUsers, removeUser } from "@/lib/client/user";
import type { UserDto } from "@/lib/contract/user";

/** *Delete* of a user, after asking. Nobody deletes themselves. */
export function DeleteUser({ user, isOwn }: { user: UserDto; isOwn: boolean }) {
  const t = useTranslations();
  const status = useStatus();
  const navigate = useNavigate();
  const refusalText = useRefusalText();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const { name } = user;
  const remove = useMutation({
    mutationFn: removeUser,
    onSuccess: () => {
      const detail = t("userManagement.user.status.deletedDetail", { name });
      const shown = { tone: "good", text: t("userManagement.user.status.deleted"), detail } as const;
      status.show(shown, { forPath: userListPath });
      navigate(userListPath, { isSaved: true });
      // This page still shows the user; only the list needs to be read again.
      void refreshUsers(client, { refetch: false });
    },
    onError: (error) => {
      const text = t("userManagement.user.status.notDeleted", { name });
      status.show({ tone: "bad", text, detail: refusalText(refusalOf(error)) });
    },
    onSettled: () => setAsking(false),
  });
  return (
    <>
      <ToolbarButton
        id="delete"
        icon={<Trash2 aria-hidden />}
        label={t("common.delete")}
        isPending={remove.isPending}
        onPress={() => {
          status.clear();
          if (isOwn) status.show({ tone: "caution", text: t("userManagement.user.delete.own") });
          else setAsking(true);
        }}
      />
      <ConfirmDialog
        isOpen={isAsking}
        onCancel={() => setAsking(false)}
        onConfirm={() => remove.mutate(name)}
        title={t("common.confirmDelete.title", { name })}
        confirmLabel={t("common.delete")}
        isDangerous
        isPending={remove.isPending}
      >
        {t("userManagement.user.delete.body", { name, count: user.apiKeyCount })}
      </ConfirmDialog>
    </>
  );
}
