import { nameKey } from "@/lib/configuration/text-rules";
import type { PreviewDto } from "@/lib/contract/device";
import type { DeviceCommand } from "@/lib/devices/forecast";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { matchingIds } from "@/lib/server/db/configuration/read-many";
import { tables } from "@/lib/server/db/configuration/tables";
import { type PhoneUsedKind, phonesOfJob, phonesWithIds, usingPhones } from "@/lib/server/db/device/choose";
import { phoneIdsOf } from "@/lib/server/db/device/state";
import { endedJob, requireOneSet, type Selection } from "@/lib/server/services/bulk/selection";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { loadObject } from "@/lib/server/services/configuration/load";
import { loadUsed } from "@/lib/server/services/device-lifecycle/load-used";
import { previewOf } from "@/lib/server/services/device-lifecycle/preview";

/**
 * What an action would do to one phone.
 * @throws Refusal forbidden, notFound
 */
export async function previewPhoneAction(
  context: ServiceContext,
  name: string,
  command: DeviceCommand,
): Promise<PreviewDto> {
  requirePermission(context, "phone", "read");
  const { prisma } = context.database;
  const { id } = await loadObject(prisma, definitions.phone, { name, partition: null });
  return previewOf(prisma, phonesWithIds([id]), command);
}

/**
 * What an action would do to the phones that use an object.
 * @throws Refusal forbidden, notFound
 */
export async function previewUsersAction(
  context: ServiceContext,
  kind: PhoneUsedKind,
  name: string,
  command: DeviceCommand,
): Promise<PreviewDto> {
  requirePermission(context, kind, "read");
  const { prisma } = context.database;
  const { id } = await loadUsed(prisma, kind, name);
  return previewOf(prisma, usingPhones(prisma, kind, id), command);
}

/**
 * What an action would do to all phones that match, to named ones, or to those of an earlier job.
 * @throws Refusal forbidden, validationFailed
 */
export async function previewBulkAction(
  context: ServiceContext,
  { action, ...chosen }: Selection & { action: DeviceCommand },
): Promise<PreviewDto> {
  requirePermission(context, "phone", "read");
  requireOneSet(chosen);
  const { where, match = "all", names, job } = chosen;
  const { prisma } = context.database;
  if (job) {
    await endedJob(prisma, context, definitions.phone, job.id, ["job", "id"]);
    return previewOf(prisma, phonesOfJob(job.id, job.outcome), action);
  }
  if (!names) {
    const query = { where: [...(where ?? [])], match, sort: "name", limit: 1 };
    return previewOf(prisma, matchingIds(tables.phone, query), action);
  }
  const ids = await phoneIdsOf(
    prisma,
    names.map(({ name }) => nameKey(name)),
  );
  return previewOf(prisma, phonesWithIds([...ids.values()]), action);
}
