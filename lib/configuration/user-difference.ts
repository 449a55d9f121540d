import type { Role } from "@/lib/catalog/roles";
import type { UserContent } from "@/lib/configuration/user";

/** One change of a user, in the words of the history. */
export type UserChange =
  | { readonly kind: "renamed"; readonly from: string; readonly to: string }
  | { readonly kind: "fullNameChanged"; readonly from: string; readonly to: string }
  | { readonly kind: "roleChanged"; readonly from: Role; readonly to: Role }
  | { readonly kind: "passwordChanged" };

/** What a revision of a user keeps: the content, and whether a new password came with it. */
export type UserRevision = UserContent & { readonly passwordChanged: boolean };

/** What changed from one revision of a user to the next; the first one (before is null) has no changes. */
export function userChanges(before: UserRevision | null, after: UserRevision): UserChange[] {
  if (!before) return [];
  const changes: UserChange[] = [];
  if (before.name !== after.name) changes.push({ kind: "renamed", from: before.name, to: after.name });
  if (before.fullName !== after.fullName) {
    changes.push({ kind: "fullNameChanged", from: before.fullName, to: after.fullName });
  }
  if (before.role !== after.role) changes.push({ kind: "roleChanged", from: before.role, to: after.role });
  if (after.passwordChanged) changes.push({ kind: "passwordChanged" });
  return changes;
}
