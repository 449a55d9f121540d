import type { RevisionsQuery } from "@/lib/contract/history";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import type { Identity } from "@/lib/server/db/configuration/read";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import type { Definition } from "@/lib/server/services/configuration/definition";
import { loadIdOfHistory } from "@/lib/server/services/configuration/load";
import { revisionPage } from "@/lib/server/services/revision-page";

/**
 * The history of an object, newest first, each revision with what it changed; also of one that was deleted, as long as no
 * other has its name.
 * @throws Refusal forbidden, notFound, validationFailed
 */
export async function listObjectRevisions(
  context: ServiceContext,
  definition: Definition,
  identity: Identity,
  query: Partial<RevisionsQuery> = {},
) {
  requirePermission(context, definition.kind, "read");
  const { prisma } = context.database;
  const id = await loadIdOfHistory(prisma, definition, identity);
  return revisionPage(prisma, definition.kind, id, query, (earlier, { content }) =>
    definition.rules.changesBetween(
      (earlier?.content ?? null) as StoredFields | null,
      content as StoredFields,
    ),
  );
}
