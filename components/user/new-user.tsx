"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Save } from "lucide-react";
import { useTranslations } from "next-intl";
import { useNavigate, useUnsavedChanges } from "@/components/console/navigation-guard";
import { Page } from "@/components/console/page";
import { useRefusalText } from "@/components/console/refusal-text";
import { useStatus } from "@/components/console/status";
import { ToolbarButton } from "@/components/console/toolbar";
import type { UserFields } from "@/components/user/content";
import { ReadOnlyNotice } from "@/components/user/read-only-notice";
import { useUserForm } from "@/components/user/use-user-form";
import { UserFieldSet } from "@/components/user/user-field-set";
import { refusalOf } from "@/lib/client/api-error";
import { userListPath, userPath } from "@/lib/client/paths";
import { createUserMutation, refreshUsers } from "@/lib/client/user";

// The role that can do the least harm, until somebody chooses another one.
const emptyUser = { name: "", fullName: "", role: "readOnly" } as const;

/** *Add New* for users. */
export function NewUser({ mayUpdate }: { mayUpdate: boolean }) {
  const t = useTranslations();
  const status = useStatus();
  const navigate = useNavigate();
  const refusalText = useRefusalText();
  const client = useQueryClient();
  const userForm = useUserForm(emptyUser, { isNew: true });
  useUnsavedChanges(userForm.form.formState.isDirty);
  const create = useMutation(createUserMutation());

  async function store({ name, fullName, role, password, reason }: UserFields) {
    status.clear();
    const body = {
      name,
      fullName,
      role,
      password,
      ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
    };
    try {
      const saved = await create.mutateAsync({ body });
      void refreshUsers(client, { refetch: false });
      const detail = t("userManagement.user.status.addedDetail", { name: saved.name });
      const path = userPath(saved.name);
      status.show({ tone: "good", text: t("userManagement.user.status.added"), detail }, { forPath: path });
      navigate(path, { isSaved: true });
    } catch (error) {
      const refusal = refusalOf(error);
      const text = t("userManagement.user.status.notSaved");
      status.show({ tone: "bad", text, detail: refusalText(refusal), refusal });
      userForm.showProblems(refusal.problems);
    }
  }
  const submit = () => void userForm.submit(store);

  return (
    <Page
      at="user"
      title={t("userManagement.user.configuration")}
      below={[{ label: t("userManagement.user.new") }]}
      relatedLinks={[{ id: "list", label: t("common.backToFindList"), href: userListPath }]}
      {...(mayUpdate
        ? {
            actions: (
              <ToolbarButton
                id="save"
                icon={<Save aria-hidden />}
                label={t("common.save")}
                keys="Ctrl+S"
                variant="primary"
                isPending={create.isPending}
                onPress={submit}
              />
            ),
          }
        : {})}
    >
      <div className="p-4">
        {mayUpdate ? <UserFieldSet userForm={userForm} onSubmit={submit} isNew /> : <ReadOnlyNotice />}
      </div>
    </Page>
  );
}
