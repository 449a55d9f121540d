import { contentChanges } from "@/lib/configuration/content-difference";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import type { Identity } from "@/lib/server/db/configuration/read";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import { listRevisions } from "@/lib/server/db/revision";
import type { Definition } from "@/lib/server/services/configuration/definition";
import { loadObject } from "@/lib/server/services/configuration/load";

/**
 * The history of an object, newest first, each revision with what it changed.
 * @throws Refusal forbidden, notFound
 */
export async function listObjectRevisions(
  context: ServiceContext,
  definition: Definition,
  identity: Identity,
) {
  requirePermission(context, definition.kind, "read");
  const { prisma } = context.database;
  const { id } = await loadObject(prisma, definition, identity);
  const revisions = await listRevisions(prisma, definition.kind, id);
  return {
    items: revisions.map(({ number, at, by, reason, action, content }, index) => {
      const earlier = revisions[index + 1]?.content ?? null;
      const changes = contentChanges(
        definition.rules.shape,
        earlier as StoredFields | null,
        content as StoredFields,
      );
      return { number, at: at.toISOString(), by, reason, action, changes };
    }),
  };
}
