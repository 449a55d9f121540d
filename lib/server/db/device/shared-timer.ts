import type { DeviceTimer } from "@/lib/devices/device";
import { instant } from "@/lib/server/db/device/due";
import { phoneOfItem } from "@/lib/server/db/device/phone-of-item";
import { Prisma } from "@/lib/server/db/generated/client";
import { eachMember } from "@/lib/server/db/job-item-group";
import type { Transaction } from "@/lib/server/db/transaction";

/**
 * One timer for all phones that a batch of a job sent away. What it says is stored with each phone as well, but in columns
 * without an index: so thousands of phones go and come back without one entry of an index being written. A phone to which
 * something of its own happens meanwhile has its own timer from then on (`saveDevices`).
 */
export interface SharedTimer {
  readonly id: string;
  /** The items of the phones' actions; phones that have gone on by themselves may be among theirs. */
  readonly itemGroupId: string;
  readonly phoneCount: number;
}

/** The columns of a phone whose timer is its own, if it has one. */
export const noSharedTimer = { sharedTimerId: null, sharedTimerKind: null, sharedDueAt: null } as const;

/** Stores a timer that phones share. */
export async function insertSharedTimer(
  transaction: Transaction,
  timer: SharedTimer,
  { kind, dueAt }: { readonly kind: DeviceTimer["kind"]; readonly dueAt: Date },
): Promise<void> {
  await transaction.sharedTimer.create({ data: { ...timer, kind, dueAt } });
}

/** The shared timer of a kind that is due, the earliest first; null when there is none. The caller drives the phones. */
export async function findDueSharedTimer(
  transaction: Transaction,
  kind: DeviceTimer["kind"],
  until: Date,
): Promise<SharedTimer | null> {
  const [timer] = await transaction.$queryRaw<SharedTimer[]>`
    SELECT "id", "itemGroupId", "phoneCount" FROM "SharedTimer"
    WHERE "kind" = ${kind} AND "dueAt" <= ${instant(until)} ORDER BY "dueAt", "id" LIMIT 1`;
  return timer ?? null;
}

/** Ends a shared timer after it was done for some of its phones; the others have it as their own from now on. */
export async function endSharedTimer(
  transaction: Transaction,
  { id, itemGroupId, phoneCount }: SharedTimer,
  doneCount: number,
): Promise<void> {
  if (doneCount < phoneCount) {
    // Those of the group are found at once; its items may be gone with their job.
    const group = await transaction.jobItemGroup.count({ where: { id: itemGroupId } });
    const areTheirs =
      group > 0
        ? Prisma.sql`AND s."phoneId" IN (
      SELECT ${phoneOfItem} FROM "JobItemGroup" g CROSS JOIN LATERAL ${eachMember("i")} WHERE g."id" = ${itemGroupId})`
        : Prisma.empty;
    await transaction.$executeRaw`
      UPDATE "DeviceState" s SET "timerKind" = "sharedTimerKind", "dueAt" = "sharedDueAt",
        "sharedTimerId" = NULL, "sharedTimerKind" = NULL, "sharedDueAt" = NULL
      WHERE s."sharedTimerId" = ${id} ${areTheirs}`;
  }
  await transaction.sharedTimer.delete({ where: { id } });
}
