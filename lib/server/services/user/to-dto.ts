import type { UserContent } from "@/lib/configuration/user";
import type { UserRevision } from "@/lib/configuration/user-difference";
import type { UserDto } from "@/lib/contract/user";
import type { StoredRevision } from "@/lib/server/db/revision";
import type { StoredUser } from "@/lib/server/db/user";

/** The user as the API answers it. */
export function toUserDto(user: StoredUser): UserDto {
  return {
    ...contentOfUser(user),
    version: user.version,
    apiKeyCount: user.apiKeyCount,
    updatedAt: user.updatedAt.toISOString(),
  };
}

/** What can be edited in a user; the password is never part of it. */
export function contentOfUser({ name, fullName, role }: StoredUser): UserContent {
  return { name, fullName, role };
}

/** The user as a revision keeps it: of a new password only that there is one. */
export function revisionContent(user: StoredUser, passwordChanged: boolean) {
  return { ...contentOfUser(user), passwordChanged };
}

/** The content that a stored revision keeps. */
export function contentOfRevision(revision: StoredRevision): UserRevision {
  return revision.content as UserRevision;
}
