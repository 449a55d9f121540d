"use client";

import { useProblemForm } from "@/components/console/use-problem-form";
import type { Role } from "@/lib/catalog/roles";
import type { Problem } from "@/lib/configuration/problem";
import { checkFullName, checkNewPassword, checkRepeatedPassword } from "@/lib/configuration/user";

/** The person who is signed in. */
export type Account = { name: string; fullName: string; role: Role };

/** What the form holds; an empty new password keeps the present one. */
export type AccountFields = {
  fullName: string;
  currentPassword: string;
  newPassword: string;
  repeatedPassword: string;
  /** What a new password does to the person's API keys. */
  revokeApiKeys: boolean;
};

/** The fields in which something is typed. */
export type AccountTextField = Exclude<keyof AccountFields, "revokeApiKeys">;

/** The ids of the inputs, for the links of the error summary. */
export const fieldIds = {
  fullName: "account-full-name",
  currentPassword: "account-current-password",
  newPassword: "account-new-password",
  repeatedPassword: "account-repeated-password",
} as const satisfies Record<AccountTextField, string>;

/** The form with that full name and no passwords. */
export function accountFields(fullName: string): AccountFields {
  return { fullName, currentPassword: "", newPassword: "", repeatedPassword: "", revokeApiKeys: false };
}

function passwordProblems(fields: AccountFields, userName: string): Problem[] {
  const { currentPassword, newPassword, repeatedPassword } = fields;
  if (currentPassword === "" && newPassword === "" && repeatedPassword === "") return [];
  return [
    ...(currentPassword === "" ? [{ path: ["currentPassword"], code: "required" } as const] : []),
    ...checkNewPassword(newPassword, userName, ["newPassword"]),
    ...checkRepeatedPassword(newPassword, repeatedPassword),
  ];
}

/** The form of one's own account. */
export function useAccountForm(account: Account) {
  return useProblemForm<AccountFields, AccountTextField>({
    initial: accountFields(account.fullName),
    fieldIds,
    problemsOf: (fields) => [...checkFullName(fields.fullName), ...passwordProblems(fields, account.name)],
  });
}

export type AccountForm = ReturnType<typeof useAccountForm>;
