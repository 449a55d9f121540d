"use client";

import { PencilLine, Save } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useNavigate, useUnsavedChanges } from "@/components/console/navigation-guard";
import { AddNewButton } from "@/components/console/object/object-buttons";
import { useAttended } from "@/components/console/object/use-attended";
import { Page } from "@/components/console/page";
import { ToolbarButton } from "@/components/console/toolbar";
import { Badge } from "@/components/ui/badge";
import { contentOf, fieldsOf, type UserFields } from "@/components/user/content";
import { DeleteUser } from "@/components/user/delete-user";
import { ReadOnlyNotice } from "@/components/user/read-only-notice";
import { SettleStaleSave } from "@/components/user/settle-stale-save";
import { useSaveUser } from "@/components/user/use-save-user";
import { useUserForm } from "@/components/user/use-user-form";
import { UserFieldSet } from "@/components/user/user-field-set";
import { UserHistory } from "@/components/user/user-history";
import { isGoneHere } from "@/lib/client/done-here";
import { newUserPath, userListPath, userPath } from "@/lib/client/paths";
import type { UserDto } from "@/lib/contract/user";

const LiveUser = dynamic(
  () => import("@/components/user/live-user").then((module) => module.LiveUser),
  // What somebody is typing into stays shown until it is there.
  { loading: () => null },
);

type UserEditorProps = {
  user: UserDto;
  ownName: string;
  mayUpdate: boolean;
  /** What is shown may be of an earlier visit, and is being read. */
  isReading: boolean;
  /** There is no user by this name any more. */
  isGone: boolean;
};

/** *User Configuration* of a user who is stored. */
export function UserEditor({ user, ownName, mayUpdate, isReading, isGone }: UserEditorProps) {
  const t = useTranslations();
  const navigate = useNavigate();
  const isOwn = user.name === ownName;
  // What the form started from. A newer version that is read meanwhile must not hide that somebody else saved.
  const [base, setBase] = useState(user);
  const userForm = useUserForm(contentOf(base), { isOwn });
  const { restart } = userForm;
  const { isDirty } = userForm.form.formState;
  useEffect(() => {
    if (isDirty || user.version <= base.version) return;
    setBase(user);
    restart(fieldsOf(contentOf(user)));
  }, [isDirty, user, base.version, restart]);
  useUnsavedChanges(isDirty);
  const isAttended = useAttended();
  const { save, isPending, stale, settle, compare } = useSaveUser(ownName);

  async function store(on: UserDto, fields: UserFields) {
    const sent = { ...userForm.form.getValues() };
    const result = await save(on, fields);
    if ("problems" in result) return userForm.showProblems(result.problems);
    settle();
    setBase(result.saved);
    restart(fieldsOf(contentOf(result.saved)), sent);
    if (result.saved.name !== user.name) navigate(userPath(result.saved.name), { isSaved: true });
  }
  const submit = () => void userForm.submit((fields) => store(base, fields));

  return (
    <Page
      at="user"
      title={t("userManagement.user.configuration")}
      below={[{ label: user.name }]}
      relatedLinks={[{ id: "list", label: t("common.backToFindList"), href: userListPath }]}
      badges={
        <>
          {isOwn ? <Badge tone="accent">{t("userManagement.user.you")}</Badge> : null}
          {isDirty ? (
            <Badge tone="caution" icon={<PencilLine aria-hidden />}>
              {t("userManagement.user.unsaved")}
            </Badge>
          ) : null}
        </>
      }
      {...(mayUpdate
        ? {
            actions: (
              <>
                <ToolbarButton
                  id="save"
                  icon={<Save aria-hidden />}
                  label={t("common.save")}
                  keys="Ctrl+S"
                  variant="primary"
                  isPending={isPending}
                  onPress={submit}
                />
                <DeleteUser user={user} isOwn={isOwn} />
                <AddNewButton onPress={() => navigate(newUserPath)} />
              </>
            ),
          }
        : {})}
    >
      <div className="flex flex-col gap-6 p-4">
        {mayUpdate ? null : <ReadOnlyNotice />}
        <UserFieldSet
          userForm={userForm}
          onSubmit={submit}
          isReadOnly={!mayUpdate}
          isOwn={isOwn}
          apiKeyCount={user.apiKeyCount}
        />
        <UserHistory name={user.name} />
      </div>
      {isAttended ? (
        <LiveUser
          {...{ user, base, isReading }}
          isUnsaved={isDirty}
          isSaving={isPending}
          isCompared={stale !== null}
          isGone={isGone && !isGoneHere("user", { name: user.name, partition: null })}
          onCompare={() => void userForm.submit(async (fields) => compare(base, user, fields))}
          onReload={() => {
            setBase(user);
            restart(fieldsOf(contentOf(user)));
          }}
        />
      ) : null}
      {stale ? (
        <SettleStaleSave
          stale={stale}
          isPending={isPending}
          onSave={(fields) => void store(stale.current, fields)}
          onCancel={settle}
        />
      ) : null}
    </Page>
  );
}
