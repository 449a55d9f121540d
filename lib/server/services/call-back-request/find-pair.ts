import { findPair, type Pair } from "@/lib/callback/requests/find-pair";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { listCallBackPhones } from "@/lib/server/db/device/call-back-keys";
import { readCalls } from "@/lib/server/runtime/calls/read-calls";

/** So many phones are looked at closely, one after the other; a cluster where none of them can call another is not worth more. */
const mostLookedAt = 20;

/**
 * Two registered phones that have CallBack, are idle and can call each other, those with the lowest numbers; null
 * when there are none.
 * @throws Refusal forbidden
 */
export async function findCallBackPair(context: ServiceContext): Promise<{ pair: Pair | null }> {
  requirePermission(context, "phone", "read");
  const { prisma } = context.database;
  const names = await listCallBackPhones(prisma, mostLookedAt);
  return { pair: await readCalls(prisma, "", (workingSet) => findPair(workingSet, names)) };
}
