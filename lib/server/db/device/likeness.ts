import { hasUnappliedChange } from "@/lib/server/db/device/unapplied-change";
import type { Transaction } from "@/lib/server/db/transaction";

/**
 * Stores what tells which of some phones, which the transaction holds, are alike in what is their own; of phones whose own
 * settings have changed it stays unknown until they run them.
 */
export async function learnLikeness(transaction: Transaction, phoneIds: readonly string[]): Promise<void> {
  if (phoneIds.length === 0) return;
  await transaction.$executeRaw`
    UPDATE "DeviceState" s SET "likeness" = "likenessOf"(p) FROM "Phone" p
    WHERE s."phoneId" = ANY(${[...phoneIds]}::text[]) AND p."id" = s."phoneId" AND s."phoneRevision" IS NOT NULL
      AND NOT ${hasUnappliedChange}`;
}
