import { isAllowed } from "@/lib/catalog/roles";
import { configurationKinds } from "@/lib/configuration/dependencies";
import type { ServiceContext } from "@/lib/server/context";
import { type Entity, listLatestRevisions } from "@/lib/server/db/revision";

const entities = [...configurationKinds, "user", "apiKey"] as const satisfies readonly Entity[];

/** The latest changes, newest first, of the kinds of object that the actor may read. */
export async function listChanges(context: ServiceContext, limit: number) {
  const readable = entities.filter((entity) => isAllowed(context.actor.role, entity, "read"));
  const revisions = await listLatestRevisions(context.database.prisma, readable, limit);
  return {
    items: revisions.map(({ entity, entityName, number, action, at, by, reason }) => ({
      entity,
      name: entityName,
      number,
      action,
      at: at.toISOString(),
      by,
      reason,
    })),
  };
}
