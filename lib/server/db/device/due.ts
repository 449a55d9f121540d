import { type NotNull, sql } from "kysely";
import type { DeviceTimer } from "@/lib/devices/device";
import type { QueuedPhone, RegistrationLimiter } from "@/lib/devices/registration-limiter";
import { sqlIn } from "@/lib/server/db/kysely";
import type { Transaction } from "@/lib/server/db/transaction";

/** A time as the columns hold it. */
export const instant = (date: Date) => sql<Date>`${date.toISOString().replace("Z", "")}::timestamp(3)`;

/** For what phones are there by some time: timers that are due, and who waits for a registration slot. */
export interface DueKinds {
  readonly shutDown: boolean;
  readonly queued: boolean;
  readonly registering: boolean;
}

/** What is due to any phone. */
export async function findDueKinds(transaction: Transaction, until: Date): Promise<DueKinds> {
  const composed = sqlIn(transaction);
  return composed
    .selectNoFrom(({ exists }) => {
      const isDue = (kind: DeviceTimer["kind"]) =>
        exists(composed.selectFrom("DueGroup").where("timerKind", "=", kind).where("dueAt", "<=", until));
      const isQueued = exists(composed.selectFrom("DeviceState").where("queuedAt", "<=", until));
      return [
        isDue("shutDown").as("shutDown"),
        isDue("registering").as("registering"),
        isQueued.as("queued"),
      ];
    })
    .$castTo<DueKinds>()
    .executeTakeFirstOrThrow();
}

/** The phones that have waited longest for a registration slot. */
export async function listQueued(
  transaction: Transaction,
  until: Date,
  limit: number,
): Promise<QueuedPhone[]> {
  const rows = await sqlIn(transaction)
    .selectFrom("DeviceState")
    .select(["phoneId", "queuedAt"])
    .where("queuedAt", "<=", until)
    .$narrowType<{ queuedAt: NotNull }>()
    .orderBy("queuedAt")
    .orderBy("phoneId")
    .limit(limit)
    .execute();
  return rows.map(({ phoneId, queuedAt }) => ({ id: phoneId, queuedAt: queuedAt.getTime() }));
}

/**
 * The registration limiter, held until the transaction ends: one instance drives the phones at a time.
 * @returns null while another one does
 */
export async function holdLimiter(transaction: Transaction): Promise<RegistrationLimiter | null> {
  const [row] = await transaction.$queryRaw<{ perSecond: number | null; nextAt: Date; fraction: number }[]>`
    SELECT "perSecond", "nextAt", "fraction" FROM "RegistrationLimiter" WHERE "id" = 1 FOR UPDATE SKIP LOCKED`;
  return row ? { ...row, nextAt: row.nextAt.getTime() } : null;
}

/** How many phones may register a second, as those who drive them have it; null: any number. */
export async function findRegistrationRate(transaction: Transaction): Promise<number | null> {
  const { perSecond } = await transaction.registrationLimiter.findUniqueOrThrow({ where: { id: 1 } });
  return perSecond;
}

/** Stores the limiter, which the caller holds. */
export async function saveLimiter(
  transaction: Transaction,
  { perSecond, nextAt, fraction }: RegistrationLimiter,
): Promise<void> {
  const data = { perSecond, nextAt: new Date(nextAt), fraction };
  await transaction.registrationLimiter.update({ where: { id: 1 }, data });
}
