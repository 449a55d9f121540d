import type { DisplayDto } from "@/lib/contract/phone-operation";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { hurryJobs } from "@/lib/server/db/device/job-endings";
import { lockDevices } from "@/lib/server/db/device/state";
import { inTransaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";
import { readDisplay } from "@/lib/server/runtime/calls/read-calls";
import { applyDeviceEvents } from "@/lib/server/runtime/devices/apply-device-events";
import { wakeJobs } from "@/lib/server/runtime/jobs/wake";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { loadObject } from "@/lib/server/services/configuration/load";

/**
 * Plugs a phone in or unplugs it, as somebody at its desk would. It changes what the phone does, not the configuration,
 * so there is no history; the alarms tell.
 * @returns what the phone shows afterwards
 * @throws Refusal forbidden, notFound
 */
export async function plugPhone(
  context: ServiceContext,
  name: string,
  kind: "plugIn" | "unplug",
): Promise<DisplayDto> {
  requirePermission(context, "phone", "update");
  const { jobs, display } = await inTransaction(context.database, async (transaction) => {
    const { id } = await loadObject(transaction, definitions.phone, { name, partition: null });
    const [stored] = await lockDevices(transaction, [id]);
    const phoneEvents = stored ? [{ stored, event: { kind }, at: context.now().getTime() }] : [];
    const { items } = await applyDeviceEvents(transaction, context.newId, phoneEvents);
    const display = stored && (await readDisplay(transaction, "", stored.name));
    return { jobs: items.map(({ jobId }) => jobId), display };
  });
  if (jobs.length > 0) await hurryJobs(context.database.prisma, jobs, context.now());
  wakeJobs();
  if (!display) throw new Refusal("notFound", { name });
  return display;
}
