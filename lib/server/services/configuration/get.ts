import { requirePermission, type ServiceContext } from "@/lib/server/context";
import type { Identity } from "@/lib/server/db/configuration/read";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import { answerObject } from "@/lib/server/services/configuration/answer";
import type { Definition } from "@/lib/server/services/configuration/definition";
import { loadObject } from "@/lib/server/services/configuration/load";

/**
 * The object of that name.
 * @throws Refusal forbidden, notFound
 */
export async function getObject(
  context: ServiceContext,
  definition: Definition,
  identity: Identity,
): Promise<StoredFields> {
  requirePermission(context, definition.kind, "read");
  const { prisma } = context.database;
  return answerObject(prisma, definition, await loadObject(prisma, definition, identity));
}
