import { userChanges } from "@/lib/configuration/user-difference";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { listRevisions } from "@/lib/server/db/revision";
import { loadUser } from "@/lib/server/services/user/load";
import { contentOfRevision } from "@/lib/server/services/user/present";

/**
 * The history of a user, newest first, each revision with what it changed.
 * @throws Refusal forbidden, notFound
 */
export async function listUserRevisions(context: ServiceContext, name: string) {
  requirePermission(context, "user", "read");
  const { prisma } = context.database;
  const user = await loadUser(prisma, name);
  const revisions = await listRevisions(prisma, "user", user.id);
  return {
    items: revisions.map((revision, index) => {
      const earlier = revisions[index + 1];
      const before = earlier ? contentOfRevision(earlier) : null;
      return {
        number: revision.number,
        at: revision.at.toISOString(),
        by: revision.by,
        reason: revision.reason,
        action: revision.action,
        changes: userChanges(before, contentOfRevision(revision)),
      };
    }),
  };
}
