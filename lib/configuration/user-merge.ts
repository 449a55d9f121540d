import { type MergeStatus, mergeStatus } from "@/lib/configuration/merge-status";
import type { UserContent } from "@/lib/configuration/user";

/** The fields of a user, in the order of the page. */
const userFields = ["name", "fullName", "role"] as const satisfies readonly (keyof UserContent)[];

/** One field of three versions of a user, and who changed it. */
export interface MergedUserField {
  readonly field: (typeof userFields)[number];
  readonly base: string;
  readonly theirs: string;
  readonly yours: string;
  readonly status: MergeStatus;
}

/** Compares, field by field, what was, what somebody else stored meanwhile, and what you want to store. */
export function compareUsers(base: UserContent, theirs: UserContent, yours: UserContent): MergedUserField[] {
  return userFields.map((field) => ({
    field,
    base: base[field],
    theirs: theirs[field],
    yours: yours[field],
    status: mergeStatus(
      theirs[field] === base[field],
      yours[field] === base[field],
      theirs[field] === yours[field],
    ),
  }));
}

/** The user with, of each field, the version that was chosen; what nobody else changed is yours. */
export function mergeUser(
  theirs: UserContent,
  yours: UserContent,
  choiceOf: (field: MergedUserField["field"]) => "theirs" | "yours",
): UserContent {
  const chosen = { theirs, yours };
  return {
    name: chosen[choiceOf("name")].name,
    fullName: chosen[choiceOf("fullName")].fullName,
    role: chosen[choiceOf("role")].role,
  };
}
