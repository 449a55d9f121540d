import type { DeviceCommand } from "@/lib/devices/forecast";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { findDevices } from "@/lib/server/db/device/state";
import { nameItems } from "@/lib/server/db/job-item";
import { inTransaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";
import { startJob } from "@/lib/server/runtime/jobs/start-job";
import { wakeJobs } from "@/lib/server/runtime/jobs/wake";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { loadObject } from "@/lib/server/services/configuration/load";
import { type ActionTerms, readTimes } from "@/lib/server/services/device-lifecycle/action-terms";

/**
 * Makes a job that gives one phone an action [PH-02, PH-03, PH-05]. It changes what a phone runs, not the configuration,
 * so there is no history; the alarms tell.
 * @throws Refusal forbidden, notFound, validationFailed, phoneNotRegistered for Reset and Restart that are not for later
 */
export async function startPhoneAction(
  context: ServiceContext,
  name: string,
  command: DeviceCommand,
  { reason, ...when }: ActionTerms = {},
): Promise<{ jobId: string }> {
  requirePermission(context, "phone", "update");
  const times = readTimes(context, when);
  const jobId = await inTransaction(context.database, async (transaction) => {
    const phone = await loadObject(transaction, definitions.phone, { name, partition: null });
    const [stored] = await findDevices(transaction, [phone.id]);
    if (!times.startTime && command !== "applyConfig" && stored?.device.phase !== "registered") {
      throw new Refusal("phoneNotRegistered");
    }
    const own = String(phone.content.name);
    const parameters = { of: { kind: "phone", name: own, id: phone.id } };
    const job = { kind: command, resource: "phone", parameters, total: 1, reason, ...times } as const;
    const id = await startJob(transaction, context, job);
    await nameItems(transaction, id, [{ name: own, partition: null, objectId: phone.id }]);
    return id;
  });
  wakeJobs();
  return { jobId };
}
