import { sql } from "kysely";
import type { ConfigurationSnapshot } from "@/lib/devices/device";
import { readRows, writeRows } from "@/lib/server/db/kysely";
import type { Transaction } from "@/lib/server/db/transaction";

/**
 * What of a phone's own decides which of its lines are on buttons: its hardware, and which lines it and its user have. Phones with
 * the same text and the same button template have the same ones.
 * @returns by the id of the phone; a phone whose content nobody has is left out
 */
export async function lineFacts(
  transaction: Transaction,
  snapshots: readonly ConfigurationSnapshot[],
): Promise<ReadonlyMap<string, string>> {
  if (snapshots.length === 0) return new Map();
  const rows = await transaction.$queryRaw<{ phoneId: string; facts: string }[]>`
    SELECT w."phoneId", jsonb_build_array(p."content" -> 'model', p."content" -> 'protocol', p."content" -> 'expansionModules',
      jsonb_path_query_array(p."content", '$.lines[*].index'), jsonb_path_query_array(u."content", '$.lines[*].index'))::text AS "facts"
    FROM unnest(${snapshots.map(({ phone }) => phone.id)}::text[], ${snapshots.map(({ phone }) => phone.number)}::int[],
      ${snapshots.map(({ deviceProfile }) => deviceProfile?.id ?? null)}::text[],
      ${snapshots.map(({ deviceProfile }) => deviceProfile?.number ?? null)}::int[])
      AS w("phoneId", "number", "profileId", "profileNumber")
    JOIN "Revision" p ON p."entity" = 'phone' AND p."entityId" = w."phoneId" AND p."number" = w."number"
    LEFT JOIN "Revision" u ON u."entity" = 'deviceProfile' AND u."entityId" = w."profileId" AND u."number" = w."profileNumber"`;
  return new Map(rows.map(({ phoneId, facts }) => [phoneId, facts]));
}

/** The numbers on some places among the lines that phones have. */
const numbersAt = (phoneIds: readonly string[], places: readonly number[]) => sql`
  SELECT DISTINCT m."number" ->> 'id' AS "directoryNumberId", s."phoneId" FROM "DeviceState" s
  CROSS JOIN LATERAL jsonb_array_elements(s."directoryNumbers") WITH ORDINALITY AS m("number", "place")
  WHERE s."phoneId" = ANY(${[...phoneIds]}::text[]) AND m."place" - 1 = ANY(${[...places]}::int[])`;

/** Whether somebody waits for one of these numbers. */
export async function isAnyWatched(
  transaction: Transaction,
  phoneIds: readonly string[],
  places: readonly number[],
): Promise<boolean> {
  const [row] = await readRows(
    transaction,
    sql<{ isWatched: boolean }>`
      SELECT EXISTS (SELECT 1 FROM (${numbersAt(phoneIds, places)}) n JOIN "CallEntity" w ON w."cluster" = '' AND w."kind" = 'watches'
        AND w."key" = n."directoryNumberId") AS "isWatched"`,
  );
  return row?.isWatched ?? false;
}

/** From now on the phones run those of their lines on a button that have these places, counted from 0. */
export async function saveRunningLinesOfMany(
  transaction: Transaction,
  phoneIds: readonly string[],
  places: readonly number[],
): Promise<void> {
  await transaction.$executeRaw`DELETE FROM "RunningLine" WHERE "phoneId" = ANY(${[...phoneIds]}::text[])`;
  await writeRows(
    transaction,
    sql`
      INSERT INTO "RunningLine" ("directoryNumberId", "phoneId") ${numbersAt(phoneIds, places)}`,
  );
}
