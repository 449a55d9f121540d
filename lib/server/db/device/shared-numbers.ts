import type { Transaction } from "@/lib/server/db/transaction";

/** Those of some directory numbers that more than one phone or device profile has on a line. */
export async function findSharedNumbers(
  transaction: Transaction,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await transaction.$queryRaw<{ id: string }[]>`
    SELECT l."directoryNumberId" AS "id" FROM (
      SELECT "directoryNumberId" FROM "PhoneLine" WHERE "directoryNumberId" = ANY(${[...ids]}::text[])
      UNION ALL
      SELECT "directoryNumberId" FROM "DeviceProfileLine" WHERE "directoryNumberId" = ANY(${[...ids]}::text[])) l
    GROUP BY l."directoryNumberId" HAVING count(*) > 1`;
  return new Set(rows.map(({ id }) => id));
}
