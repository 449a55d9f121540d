import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { inTransaction } from "@/lib/server/db/transaction";
import { deleteSessions } from "@/lib/server/db/user";
import { ownSession } from "@/lib/server/services/session/own-session";

/**
 * Ends all sessions of the person who asks but the one that they ask with. Sessions are not configuration: they have
 * no history.
 * @returns how many were ended
 * @throws Refusal forbidden
 */
export async function endOtherSessions(context: ServiceContext): Promise<{ ended: number }> {
  requirePermission(context, "ownUser", "update");
  const { userId } = context.actor;
  const ended = await inTransaction(context.database, (transaction) =>
    deleteSessions(transaction, userId, ownSession(context.actor)),
  );
  context.logSecurity?.("session.othersEnded", { ended });
  return { ended };
}
