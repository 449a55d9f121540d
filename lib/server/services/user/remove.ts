import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { recordAccount } from "@/lib/server/db/revision";
import { inTransaction, takeLock } from "@/lib/server/db/transaction";
import { deleteUser } from "@/lib/server/db/user";
import { Refusal } from "@/lib/server/errors";
import { refuseLastSuperUser } from "@/lib/server/services/user/last-super-user";
import { loadUser } from "@/lib/server/services/user/load";
import { revisionContent } from "@/lib/server/services/user/to-dto";

/**
 * Deletes a user with sessions and API keys; the history stays. Nobody deletes themselves.
 * @throws Refusal forbidden, notFound, lastSuperUser, ownUser
 */
export async function removeUser(context: ServiceContext, name: string, reason = ""): Promise<void> {
  requirePermission(context, "user", "update");
  const removed = await inTransaction(context.database, async (transaction) => {
    await takeLock(transaction, "superUsers");
    const user = await loadUser(transaction, name);
    await refuseLastSuperUser(transaction, user);
    if (user.id === context.actor.userId) throw new Refusal("ownUser");
    await deleteUser(transaction, user.id);
    await recordAccount(transaction, context, {
      entity: "user",
      entityId: user.id,
      entityName: user.name,
      formerName: user.name,
      number: user.version + 1,
      action: "deleted",
      content: revisionContent(user, false),
      reason,
    });
    return user;
  });
  context.logSecurity?.("user.deleted", { target: removed.name, role: removed.role });
}
