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
  currentPassword: "user-current-password",
  password: "user-password",
  repeatedPassword: "user-repeated-password",
} as const;

/**
 * The form of a user.
 * @param initial what the fields show first
 * @param options a new user needs a password; who changes their own needs the current one
 */
export function useUserForm(initial: UserContent, { isNew = false, isOwn = false }) {
  return useProblemForm<UserFields, keyof typeof fieldIds>({
    initial: fieldsOf(initial),
    fieldIds,
    problemsOf: (fields) => [
      // A name from before a rule may stay.
      ...(!isNew && fields.name === initial.name ? checkFullName(fields.fullName) : validateUser(fields)),
      ...(isOwn && fields.password !== "" && fields.currentPassword === ""
        ? [{ path: ["currentPassword"], code: "required" } as const]
        : []),
      ...(isNew || fields.password !== "" ? checkNewPassword(fields.password, fields.name) : []),
      ...checkRepeatedPassword(fields.password, fields.repeatedPassword),
    ],
  });
}

export type UserForm = ReturnType<typeof useUserForm>;
