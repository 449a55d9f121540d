import { mayDo, requirePermission, type ServiceContext } from "@/lib/server/context";
import { deleteListView } from "@/lib/server/db/list-view";
import { inTransaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";
import { loadListView } from "@/lib/server/services/list-view/access";

/**
 * Deletes a view of the person who asks; whoever manages users also one that another person shares. It has no history.
 * @throws Refusal forbidden, notFound
 */
export async function removeListView(context: ServiceContext, id: string): Promise<void> {
  requirePermission(context, "ownUser", "update");
  await inTransaction(context.database, async (transaction) => {
    const view = await loadListView(transaction, context, id);
    const isOwn = view.userId === context.actor.userId;
    if (!isOwn && !mayDo(context.actor, "user", "update")) throw new Refusal("forbidden");
    await deleteListView(transaction, id);
  });
}
