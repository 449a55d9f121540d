"use client";

import { useQuery } from "@tanstack/react-query";
import { PencilLine, Save } from "lucide-react";
import { useTranslations } from "next-intl";
import { useUnsavedChanges } from "@/components/console/navigation-guard";
import { Page } from "@/components/console/page";
import { ToolbarButton } from "@/components/console/toolbar";
import { AccountFieldSet } from "@/components/my-account/account-field-set";
import { EndOtherSessions } from "@/components/my-account/end-other-sessions";
import { type Account, accountFields, useAccountForm } from "@/components/my-account/use-account-form";
import { useSaveAccount } from "@/components/my-account/use-save-account";
import { Badge } from "@/components/ui/badge";
import { apiKeysQuery } from "@/lib/client/api-key";

/** *My Account*: the person's own full name, password and sessions, whatever their role. */
export function MyAccount({ account }: { account: Account }) {
  const t = useTranslations();
  const accountForm = useAccountForm(account);
  const { isDirty } = accountForm.form.formState;
  useUnsavedChanges(isDirty);
  const { data } = useQuery(apiKeysQuery());
  const { save, isPending } = useSaveAccount(account);
  const submit = () =>
    void accountForm.submit(async (fields) => {
      const { isSaved, fullName, problems } = await save(fields);
      if (isSaved) accountForm.restart(accountFields(fullName), fields);
      else accountForm.showProblems(problems);
    });
  return (
    <Page
      at="myAccount"
      title={t("userManagement.account.title")}
      badges={
        isDirty ? (
          <Badge tone="caution" icon={<PencilLine aria-hidden />}>
            {t("userManagement.user.unsaved")}
          </Badge>
        ) : null
      }
      actions={
        <ToolbarButton
          id="save"
          icon={<Save aria-hidden />}
          label={t("common.save")}
          keys="Ctrl+S"
          variant="primary"
          isPending={isPending}
          onPress={submit}
        />
      }
    >
      <div className="p-4">
        <AccountFieldSet
          account={account}
          apiKeyCount={data?.items.length ?? 0}
          accountForm={accountForm}
          onSubmit={submit}
        />
        <EndOtherSessions />
      </div>
    </Page>
  );
}
