import type { UserContent } from "@/lib/configuration/user";
import type { ServiceContext } from "@/lib/server/context";
import { findRevision, recordAccount } from "@/lib/server/db/revision";
import type { Transaction } from "@/lib/server/db/transaction";
import { type StoredUser, savePassword, saveUser } from "@/lib/server/db/user";
import { Refusal } from "@/lib/server/errors";
import { revokeApiKeysOf } from "@/lib/server/services/api-key/revoke";
import { ownSession } from "@/lib/server/services/session/own-session";
import { loadUser } from "@/lib/server/services/user/load";
import { contentOfRevision, revisionContent, toUserDto } from "@/lib/server/services/user/to-dto";

/** A new password, and what becomes of the user's API keys: they are kept unless it is said. */
interface NewPassword {
  readonly hash: string;
  readonly apiKeys: "keep" | "revoke" | undefined;
}

/**
 * Stores the next version of a user together with its revision. A new password ends the user's sessions but the one with
 * which they change it themselves.
 * The caller has checked permission and rules.
 * @throws Refusal stale when somebody else saved in between
 */
export async function saveUserVersion(
  transaction: Transaction,
  context: ServiceContext,
  before: StoredUser,
  change: { content: UserContent; newPassword: NewPassword | undefined; reason: string },
): Promise<StoredUser> {
  const { content, newPassword, reason } = change;
  const after = await saveUser(transaction, before, content, context.now());
  if (!after) throw await staleUser(transaction, await loadUser(transaction, before.name), before.version);
  if (newPassword !== undefined) {
    const kept = after.id === context.actor.userId ? ownSession(context.actor) : null;
    await savePassword(transaction, after.id, newPassword.hash, kept);
    if (newPassword.apiKeys === "revoke") await revokeApiKeysOf(transaction, context, after.id, reason);
  }
  await recordAccount(transaction, context, {
    entity: "user",
    entityId: after.id,
    entityName: after.name,
    formerName: before.name,
    number: after.version,
    action: "updated",
    content: revisionContent(after, newPassword !== undefined),
    reason,
  });
  return after;
}

/** The refusal of a change that is based on an old version, with what is stored now and what it was based on. */
export async function staleUser(
  transaction: Transaction,
  current: StoredUser,
  baseVersion: number,
): Promise<Refusal> {
  const base = await findRevision(transaction, "user", current.id, baseVersion);
  return new Refusal("stale", {
    current: toUserDto(current),
    base: base && presentBase(contentOfRevision(base), baseVersion),
  });
}

function presentBase({ name, fullName, role }: UserContent, version: number) {
  return { name, fullName, role, version };
}
