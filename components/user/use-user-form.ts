"use client";

import { useProblemForm } from "@/components/console/use-problem-form";
import { fieldsOf, type UserFields } from "@/components/user/content";
import {
  checkFullName,
  checkNewPassword,
  checkRepeatedPassword,
  type UserContent,
  validateUser,
} from "@/lib/configuration/user";

/** The ids of the inputs, for the links of the error summary. */
export const fieldIds = {
  name: "user-name",
  fullName: "user-full-name",
  password: "user-password",
  repeatedPassword: "user-repeated-password",
} as const;

/**
 * The form of a user.
 * @param initial what the fields show first
 * @param isNew a new user needs a password
 */
export function useUserForm(initial: UserContent, isNew: boolean) {
  return useProblemForm<UserFields, keyof typeof fieldIds>({
    initial: fieldsOf(initial),
    fieldIds,
    problemsOf: (fields) => [
      // A name from before a rule may stay.
      ...(!isNew && fields.name === initial.name ? checkFullName(fields.fullName) : validateUser(fields)),
      ...(isNew || fields.password !== "" ? checkNewPassword(fields.password, fields.name) : []),
      ...checkRepeatedPassword(fields.password, fields.repeatedPassword),
    ],
  });
}

export type UserForm = ReturnType<typeof useUserForm>;
