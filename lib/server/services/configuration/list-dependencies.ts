import { mostDependencies } from "@/lib/contract/errors";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { listInheritors } from "@/lib/server/db/configuration/inheritors";
import type { Identity } from "@/lib/server/db/configuration/read";
import { listUses } from "@/lib/server/db/configuration/uses";
import type { Definition } from "@/lib/server/services/configuration/definition";
import { loadObject } from "@/lib/server/services/configuration/load";

/**
 * The dependency records of an object: the objects that name it, and apart from them the phones that inherit it.
 * @throws Refusal forbidden, notFound
 */
export async function listDependencies(context: ServiceContext, definition: Definition, identity: Identity) {
  requirePermission(context, definition.kind, "read");
  const { prisma } = context.database;
  const { id } = await loadObject(prisma, definition, identity);
  const uses = await listUses(prisma, definition.kind, id, mostDependencies);
  return { ...uses, inheritedBy: await listInheritors(prisma, definition.kind, id, mostDependencies) };
}
