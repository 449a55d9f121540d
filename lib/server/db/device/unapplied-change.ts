import { type SqlBool, sql } from "kysely";
import type { Transaction } from "@/lib/server/db/transaction";

/** That something of its own is saved which the phone `s` has not downloaded: the phone or a number on its lines. */
export const hasUnappliedChange = sql<SqlBool>`EXISTS (
  SELECT 1 FROM "UnappliedChange" c WHERE c."phoneId" = s."phoneId")`;

/**
 * Forgets which of the changes of some phones are not applied, where what the phone runs has them: its own revision, and
 * those of its numbers. One of a number that it does not run came with a revision of the phone that is still there.
 */
export async function deleteApplied(transaction: Transaction, phoneIds: readonly string[]): Promise<void> {
  await transaction.$executeRaw`
    DELETE FROM "UnappliedChange" c USING "DeviceState" s
    WHERE c."phoneId" = ANY(${[...phoneIds]}::text[]) AND s."phoneId" = c."phoneId" AND s."phoneRevision" IS NOT NULL
      AND CASE WHEN c."objectId" = c."phoneId" THEN c."version" <= s."phoneRevision"
        ELSE NOT EXISTS (SELECT 1 FROM jsonb_to_recordset(s."directoryNumbers") AS n("id" text, "number" int)
          WHERE n."id" = c."objectId" AND n."number" < c."version") END`;
}
