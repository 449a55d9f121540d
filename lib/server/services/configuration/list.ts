import type { ListQuery } from "@/lib/contract/list";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { listObjects } from "@/lib/server/db/configuration/read";
import type { Definition } from "@/lib/server/services/configuration/definition";
import { toObjectDto } from "@/lib/server/services/configuration/to-dto";

/**
 * One page of the objects that match the query [CD-01, PH-01, BT-01].
 * @throws Refusal forbidden, validationFailed
 */
export async function listObjectsOf(context: ServiceContext, definition: Definition, query: ListQuery) {
  requirePermission(context, definition.kind, "read");
  const page = await listObjects(context.database.prisma, definition.table, query);
  return { ...page, items: page.items.map((object) => toObjectDto(definition, object)) };
}
