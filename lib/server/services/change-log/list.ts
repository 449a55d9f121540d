import { fieldOf } from "@/lib/configuration/content-shape";
import { configurationKinds } from "@/lib/configuration/dependencies";
import { mayDo, type ServiceContext } from "@/lib/server/context";
import { type Entity, listLatestRevisions } from "@/lib/server/db/revision";

const entities = [...configurationKinds, "user", "apiKey"] as const satisfies readonly Entity[];

/** Of what is named by a pattern, the partition that tells it apart. */
function partitionOf(entity: Entity, content: unknown): { partition?: string | null } {
  if (entity !== "directoryNumber" && entity !== "routePattern") return {};
  const partition = fieldOf(content, "partition");
  return { partition: typeof partition === "string" ? partition : null };
}

/** The latest changes, newest first, of the kinds of object that the actor may read. */
export async function listChanges(context: ServiceContext, limit: number) {
  const readable = entities.filter((entity) => mayDo(context.actor, entity, "read"));
  const revisions = await listLatestRevisions(context.database.prisma, readable, limit);
  return {
    items: revisions.map(({ entity, entityName, number, action, at, by, reason, content }) => ({
      entity,
      name: entityName,
      ...partitionOf(entity, content),
      number,
      action,
      at: at.toISOString(),
      by,
      reason,
    })),
  };
}
