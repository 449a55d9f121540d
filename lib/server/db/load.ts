import type { PrismaClient } from "@/lib/server/db/generated/client";

/** How much there is to do, as the database knows it. */
export interface Load {
  liveRequests: number;
  /** Items of jobs that have not ended, without those of jobs that wait for their time. */
  waitingItems: number;
  underwayItems: number;
  /** For how long the timer or message that waits most has been due, in seconds; 0 when none is late. */
  lagSeconds: number;
}

/**
 * Counts what is under way, in one short look.
 * @param now by the clock of the calls
 */
export async function readLoad(prisma: PrismaClient, now: Date): Promise<Load> {
  const [row] = await prisma.$queryRaw<
    { live: bigint; waiting: bigint; underway: bigint; due: Date | null }[]
  >`
    SELECT
      (SELECT count(*) FROM "CallBackRequest" WHERE "state" = 'active') AS "live",
      (SELECT coalesce(sum("waiting"), 0) FROM "Job" WHERE "finishedAt" IS NULL AND "state" <> 'scheduled')::bigint AS "waiting",
      (SELECT coalesce(sum("underway"), 0) FROM "Job" WHERE "finishedAt" IS NULL)::bigint AS "underway",
      least((SELECT min("dueAt") FROM "CallTimer"), (SELECT min("dueAt") FROM "DueEvent")) AS "due"`;
  const late = row?.due ? now.getTime() - row.due.getTime() : 0;
  return {
    liveRequests: Number(row?.live ?? 0),
    waitingItems: Number(row?.waiting ?? 0),
    underwayItems: Number(row?.underway ?? 0),
    lagSeconds: Math.max(0, late) / 1000,
  };
}
