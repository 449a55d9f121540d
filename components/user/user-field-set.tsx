"use client";

import { useTranslations } from "next-intl";
import type { SubmitEvent } from "react";
import { Controller } from "react-hook-form";
import { ErrorSummary } from "@/components/console/error-summary";
import { RevokeKeysBox } from "@/components/console/revoke-keys-box";
import { RoleField } from "@/components/user/role-field";
import type { UserForm } from "@/components/user/use-user-form";
import { UserTextField } from "@/components/user/user-text-field";
import {
  maximumDescriptionLength,
  maximumNameLength,
  maximumReasonLength,
} from "@/lib/configuration/lengths";

type UserFieldSetProps = {
  userForm: UserForm;
  onSubmit: () => void;
  isNew?: boolean;
  isReadOnly?: boolean;
  /** The person who is signed in looks at themselves. */
  isOwn?: boolean;
  apiKeyCount?: number;
};

/** *User Information*: the names, the role with what it allows, and the password. */
export function UserFieldSet({
  userForm,
  onSubmit,
  isNew = false,
  isReadOnly = false,
  isOwn = false,
  apiKeyCount = 0,
}: UserFieldSetProps) {
  const t = useTranslations("userManagement.user");
  const tAccount = useTranslations("userManagement.account");
  const { form, summary } = userForm;
  const { control } = form;
  const labels = {
    name: t("name"),
    fullName: t("fullName"),
    currentPassword: tAccount("currentPassword"),
    password: t(isNew ? "password" : "newPassword"),
    repeatedPassword: t("repeatPassword"),
  };
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    onSubmit();
  }
  return (
    <form
      noValidate
      onSubmit={submit}
      className="grid gap-x-6 gap-y-4 lg:grid-cols-[36rem_minmax(0,26rem)] lg:[&>*]:col-start-1"
      aria-label={t("information")}
    >
      <div className="max-w-xl empty:hidden">
        <ErrorSummary problems={summary(labels)} />
      </div>
      <UserTextField
        control={control}
        name="name"
        label={labels.name}
        description={t("nameHelp")}
        maximumCharacters={maximumNameLength}
        isRequired
        isReadOnly={isReadOnly}
        autoFocus={isNew}
      />
      <UserTextField
        control={control}
        name="fullName"
        label={labels.fullName}
        maximumCharacters={maximumDescriptionLength}
        isReadOnly={isReadOnly}
      />
      <RoleField control={control} isReadOnly={isReadOnly} />
      {isReadOnly ? null : (
        <>
          {isOwn ? (
            <UserTextField
              control={control}
              name="currentPassword"
              label={labels.currentPassword}
              description={tAccount("currentPasswordHelp")}
              type="password"
              autoComplete="current-password"
            />
          ) : null}
          <UserTextField
            control={control}
            name="password"
            label={labels.password}
            description={isOwn ? tAccount("newPasswordHelp") : t(isNew ? "passwordHelp" : "newPasswordHelp")}
            type="password"
            isRequired={isNew}
          />
          <UserTextField
            control={control}
            name="repeatedPassword"
            label={labels.repeatedPassword}
            type="password"
            isRequired={isNew}
          />
          <Controller
            control={control}
            name="revokeApiKeys"
            render={({ field: { value, onChange } }) => (
              <RevokeKeysBox count={apiKeyCount} isSelected={value} onChange={onChange} />
            )}
          />
          <UserTextField
            control={control}
            name="reason"
            label={t("reason")}
            description={t("reasonHelp")}
            maximumCharacters={maximumReasonLength}
          />
        </>
      )}
      {/* Lets Enter in a field save, as the Save button of the toolbar does. */}
      <button type="submit" hidden />
    </form>
  );
}
