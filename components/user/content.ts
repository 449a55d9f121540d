import type { UserContent } from "@/lib/configuration/user";
import type { UserDto, UserUpdateInput } from "@/lib/contract/user";

/** What the form of a user holds. */
export type UserFields = { -readonly [Field in keyof UserContent]: UserContent[Field] } & {
  /** Empty keeps the password. */
  password: string;
  repeatedPassword: string;
  /** Needed when the person who is signed in gives themselves a new password. */
  currentPassword: string;
  /** What a new password does to the user's API keys. */
  revokeApiKeys: boolean;
  reason: string;
};

/** What an administrator edits of a user that the API answered. */
export function contentOf({ name, fullName, role }: UserDto): UserContent {
  return { name, fullName, role };
}

/** The form of a user as it starts. */
export function fieldsOf(content: UserContent): UserFields {
  const noPasswords = { password: "", repeatedPassword: "", currentPassword: "", revokeApiKeys: false };
  return { ...content, ...noPasswords, reason: "" };
}

/** What to send to make `before` into what the form holds: only what differs. */
export function userPatch(before: UserContent, fields: UserFields): Omit<UserUpdateInput, "version"> {
  const reason = fields.reason.trim();
  return {
    ...(before.name === fields.name ? {} : { name: fields.name }),
    ...(before.fullName === fields.fullName ? {} : { fullName: fields.fullName }),
    ...(before.role === fields.role ? {} : { role: fields.role }),
    ...(fields.password === "" ? {} : passwordPatch(fields)),
    ...(reason === "" ? {} : { reason }),
  };
}

function passwordPatch({ password, currentPassword, revokeApiKeys }: UserFields) {
  const own = currentPassword === "" ? {} : { currentPassword };
  return { password, ...own, apiKeys: revokeApiKeys ? ("revoke" as const) : ("keep" as const) };
}
