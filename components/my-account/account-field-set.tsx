"use client";

import { useTranslations } from "next-intl";
import type { SubmitEvent } from "react";
import { Controller } from "react-hook-form";
import { ErrorSummary } from "@/components/console/error-summary";
import { RevokeKeysBox } from "@/components/console/revoke-keys-box";
import {
  type Account,
  type AccountForm,
  type AccountTextField,
  fieldIds,
} from "@/components/my-account/use-account-form";
import { TextField } from "@/components/ui/text-field";
import { maximumDescriptionLength } from "@/lib/configuration/lengths";

type AccountFieldSetProps = {
  account: Account;
  apiKeyCount: number;
  accountForm: AccountForm;
  onSubmit: () => void;
};

/** User name and role to read, full name and password to change. */
export function AccountFieldSet({ account, apiKeyCount, accountForm, onSubmit }: AccountFieldSetProps) {
  const t = useTranslations("userManagement");
  const roleName = useTranslations("catalogue.role");
  const labels = {
    fullName: t("user.fullName"),
    currentPassword: t("account.currentPassword"),
    newPassword: t("user.newPassword"),
    repeatedPassword: t("user.repeatPassword"),
  };
  const { form, summary } = accountForm;
  function field(name: AccountTextField, rest: { description?: string; autoComplete: string }) {
    const isText = name === "fullName";
    return (
      <Controller
        control={form.control}
        name={name}
        render={({ field: { value, onChange, onBlur, ref }, fieldState }) => (
          <TextField
            {...rest}
            {...(isText ? { maximumCharacters: maximumDescriptionLength } : {})}
            id={fieldIds[name]}
            label={labels[name]}
            type={isText ? "text" : "password"}
            value={value}
            onChange={onChange}
            onBlur={onBlur}
            inputRef={ref}
            errorMessage={fieldState.error?.message}
          />
        )}
      />
    );
  }
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    onSubmit();
  }
  return (
    <form
      noValidate
      onSubmit={submit}
      className="flex max-w-xl flex-col gap-4"
      aria-label={t("account.information")}
    >
      <ErrorSummary problems={summary(labels)} />
      <TextField label={t("user.name")} value={account.name} isReadOnly autoComplete="username" />
      <TextField label={t("user.role")} value={roleName(account.role)} isReadOnly />
      {field("fullName", { autoComplete: "name" })}
      <h2 className="mt-2 border-t border-line pt-4 text-base font-semibold">
        {t("account.changePassword")}
      </h2>
      {field("currentPassword", {
        description: t("account.currentPasswordHelp"),
        autoComplete: "current-password",
      })}
      {field("newPassword", { description: t("account.newPasswordHelp"), autoComplete: "new-password" })}
      {field("repeatedPassword", { autoComplete: "new-password" })}
      <Controller
        control={form.control}
        name="revokeApiKeys"
        render={({ field: { value, onChange } }) => (
          <RevokeKeysBox count={apiKeyCount} isSelected={value} onChange={onChange} />
        )}
      />
      {/* Lets Enter in a field save, as the Save button of the toolbar does. */}
      <button type="submit" hidden />
    </form>
  );
}
