import { requirePermission, type ServiceContext } from "@/lib/server/context";
import type { Identity } from "@/lib/server/db/configuration/read";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import type { Definition } from "@/lib/server/services/configuration/definition";
import { loadObject } from "@/lib/server/services/configuration/load";
import { presentObject } from "@/lib/server/services/configuration/present";

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
  return presentObject(definition, await loadObject(context.database.prisma, definition, identity));
}
