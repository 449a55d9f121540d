import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import type { ChangeObjectDto } from "@/lib/contract/change";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import type { StoredChangeObject } from "@/lib/server/db/change";
import {
  findChange,
  findVersions,
  listChangeObjects,
  type ObjectVersions,
} from "@/lib/server/db/change-list";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import { Refusal } from "@/lib/server/errors";
import { toChangeDto } from "@/lib/server/services/change/to-dto";
import { definitions } from "@/lib/server/services/configuration/definitions";

/**
 * A change with one page of its objects: what each was before and after, and the difference [CL-01].
 * @param query `cursor` is the position after which the page begins
 * @throws Refusal forbidden, notFound
 */
export async function getChange(
  context: ServiceContext,
  id: string,
  { limit, cursor: after = 0 }: { limit: number; cursor?: number | undefined },
) {
  requirePermission(context, "softkeyTemplate", "read");
  const { prisma } = context.database;
  const change = await findChange(prisma, id);
  if (!change) throw new Refusal("notFound", { name: id });
  const found = await listChangeObjects(prisma, id, { after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const versions = await findVersions(prisma, page);
  const last = page.at(-1);
  const nextCursor = found.length > limit && last ? String(last.position) : null;
  const items = page.map((object) => toObjectDto(object, versions(object)));
  return { ...toChangeDto(change), objects: { items, nextCursor, total: change.total } };
}

function toObjectDto(object: StoredChangeObject, { before, after }: ObjectVersions): ChangeObjectDto {
  const { entity: kind, name, partition, action } = object;
  const differences = after === null ? [] : differencesOf(kind, before, after);
  return { kind, name, partition, action, before, after, differences };
}

function differencesOf(kind: ConfigurationKind, before: StoredFields | null, after: StoredFields) {
  return definitions[kind].rules.changesBetween(before, after).map((change) => ({ ...change }));
}
