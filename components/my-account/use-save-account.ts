"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/console/refusal-text";
import { useStatus } from "@/components/console/status";
import type { Account, AccountFields } from "@/components/my-account/use-account-form";
import { refusalOf } from "@/lib/client/api-error";
import { refreshApiKeys } from "@/lib/client/api-key";
import { changePasswordMutation, setProfileMutation } from "@/lib/client/session";
import type { Problem } from "@/lib/configuration/problem";

/** The full name that is stored now, and what was wrong; no problems and `isSaved` when all went well. */
type SaveResult = { isSaved: boolean; fullName: string; problems: readonly Problem[] };

/** Saves one's own full name and password, and tells the outcome in the status line. */
export function useSaveAccount(account: Account) {
  const t = useTranslations("userManagement.account.status");
  const status = useStatus();
  const router = useRouter();
  const client = useQueryClient();
  const refusalText = useRefusalText();
  const setProfile = useMutation(setProfileMutation());
  const changePassword = useMutation(changePasswordMutation());
  const [storedName, setStoredName] = useState(account.fullName);

  async function storePassword({ currentPassword, newPassword, revokeApiKeys }: AccountFields) {
    const apiKeys = revokeApiKeys ? "revoke" : "keep";
    await changePassword.mutateAsync({ currentPassword, newPassword, apiKeys });
    if (revokeApiKeys) void refreshApiKeys(client);
  }

  async function save(fields: AccountFields): Promise<SaveResult> {
    status.clear();
    const hasNewPassword = fields.newPassword !== "";
    let fullName = storedName;
    if (fields.fullName === storedName && !hasNewPassword) {
      status.show({ tone: "info", text: t("nothingToSave") });
      return { isSaved: true, fullName, problems: [] };
    }
    try {
      if (fields.fullName !== storedName) {
        ({ fullName } = await setProfile.mutateAsync({ fullName: fields.fullName }));
        setStoredName(fullName);
        // The shell shows the full name.
        router.refresh();
      }
      if (hasNewPassword) await storePassword(fields);
      const detail = hasNewPassword ? { detail: t("signedOut") } : {};
      status.show({ tone: "good", text: t("updated"), ...detail });
      return { isSaved: true, fullName, problems: [] };
    } catch (error) {
      const refusal = refusalOf(error);
      const text = t(fullName === storedName ? "notSaved" : "onlyName");
      status.show({ tone: "bad", text, detail: refusalText(refusal), refusal });
      return { isSaved: false, fullName, problems: refusal.problems };
    }
  }

  return { save, isPending: setProfile.isPending || changePassword.isPending };
}
