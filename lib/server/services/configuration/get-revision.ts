import { requirePermission, type ServiceContext } from "@/lib/server/context";
import type { Identity } from "@/lib/server/db/configuration/read";
import { findRevision } from "@/lib/server/db/revision";
import type { Definition } from "@/lib/server/services/configuration/definition";
import { loadIdOfHistory } from "@/lib/server/services/configuration/load";
import { noRevision, toRevisionDto } from "@/lib/server/services/revision-page";

/**
 * One revision of an object with the content that it stored.
 * @throws Refusal forbidden, notFound
 */
export async function getObjectRevision(
  context: ServiceContext,
  definition: Definition,
  identity: Identity,
  number: number,
) {
  requirePermission(context, definition.kind, "read");
  const { prisma } = context.database;
  const id = await loadIdOfHistory(prisma, definition, identity);
  const revision = await findRevision(prisma, definition.kind, id, number);
  if (!revision) throw noRevision(identity.name, number);
  return { ...toRevisionDto(revision), content: revision.content };
}
