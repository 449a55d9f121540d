import { nameKey } from "@/lib/configuration/text-rules";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { canBeText } from "@/lib/server/db/bounds";
import { deleteDesk } from "@/lib/server/db/desk";
import { inTransaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";

/**
 * Deletes a desk of the person who asks; its phones stay as they are.
 * @throws Refusal forbidden, notFound
 */
export async function removeDesk(context: ServiceContext, name: string): Promise<void> {
  requirePermission(context, "ownUser", "update");
  const { userId } = context.actor;
  const isGone = await inTransaction(
    context.database,
    async (transaction) =>
      canBeText(name) && nameKey(name) !== "" && (await deleteDesk(transaction, userId, name)),
  );
  if (!isGone) throw new Refusal("notFound", { name });
}
