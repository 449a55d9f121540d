import { mostDependencies } from "@/lib/contract/errors";
import { inChange, requirePermission, type ServiceContext } from "@/lib/server/context";
import type { Identity } from "@/lib/server/db/configuration/read";
import { listUses } from "@/lib/server/db/configuration/uses";
import { deleteObjects } from "@/lib/server/db/configuration/write-many";
import { inTransaction, isReferenceViolation } from "@/lib/server/db/transaction";
import type { Definition } from "@/lib/server/services/configuration/definition";
import { loadForChange, loadObject } from "@/lib/server/services/configuration/load";
import { inUseRefusal, refuseChange, removalProblems } from "@/lib/server/services/configuration/refusals";
import { recordObject } from "@/lib/server/services/configuration/save";

/**
 * Deletes an object that is neither standard, nor built in, nor the default one [SK-05], nor in use. Its history stays.
 * @throws Refusal forbidden, notFound, standardReadOnly, isDefaultTemplate, inUse with the dependencies
 */
export async function removeObject(
  context: ServiceContext,
  definition: Definition,
  identity: Identity,
  reason = "",
): Promise<void> {
  requirePermission(context, definition.kind, "update");
  const changing = inChange(context, "save", reason);
  try {
    await inTransaction(context.database, async (transaction) => {
      const object = await loadForChange(transaction, definition, identity);
      const uses = await listUses(transaction, definition.kind, object.id, mostDependencies);
      refuseChange(removalProblems(definition, object, uses.total), uses);
      await definition.beforeRemove?.(transaction, context, [object]);
      await deleteObjects(transaction, definition.table, [object.id]);
      const removal = { action: "deleted", reason, number: object.version + 1 } as const;
      await recordObject(transaction, changing, definition, object, object.content, removal);
    });
  } catch (error) {
    if (!isReferenceViolation(error)) throw error;
    // Somebody made an object use it between the look and the delete; the database refused.
    const { prisma } = context.database;
    const object = await loadObject(prisma, definition, identity);
    const uses = await listUses(prisma, definition.kind, object.id, mostDependencies);
    throw inUseRefusal(removalProblems(definition, object, uses.total), uses);
  }
}
