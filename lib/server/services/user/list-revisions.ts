import { userChanges } from "@/lib/configuration/user-difference";
import type { RevisionsQuery } from "@/lib/contract/history";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { revisionPage } from "@/lib/server/services/revision-page";
import { loadUser } from "@/lib/server/services/user/load";
import { contentOfRevision } from "@/lib/server/services/user/to-dto";

/**
 * The history of a user, newest first, each revision with what it changed.
 * @throws Refusal forbidden, notFound, validationFailed
 */
export async function listUserRevisions(
  context: ServiceContext,
  name: string,
  query: Partial<RevisionsQuery> = {},
) {
  requirePermission(context, "user", "read");
  const { prisma } = context.database;
  const { id } = await loadUser(prisma, name);
  return revisionPage(prisma, "user", id, query, (earlier, revision) =>
    userChanges(earlier && contentOfRevision(earlier), contentOfRevision(revision)),
  );
}
