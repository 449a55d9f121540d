import type { SignInFailure } from "@/lib/server/db/generated/client";
import { againOnConflict, type Transaction } from "@/lib/server/db/transaction";

/** The failed sign-ins under these keys whose window is open. */
export function listFailures(
  transaction: Transaction,
  keys: readonly string[],
  now: Date,
): Promise<SignInFailure[]> {
  return transaction.signInFailure.findMany({ where: { key: { in: [...keys] }, expiresAt: { gt: now } } });
}

/** Counts one failure under each key; one whose window has ended begins a new one, which ends at `until`. */
export async function countFailures(
  transaction: Transaction,
  keys: readonly string[],
  now: Date,
  until: Date,
): Promise<void> {
  // In one order, so that two failures at once do not wait for each other.
  const sorted = keys.toSorted();
  await againOnConflict(
    () => transaction.$executeRaw`
      INSERT INTO "SignInFailure" AS old ("key", "count", "expiresAt")
      SELECT "key", 1, ${until} FROM unnest(${sorted}::text[]) AS "key"
      ON CONFLICT ("key") DO UPDATE SET
        "count" = CASE WHEN old."expiresAt" <= ${now} THEN 1 ELSE old."count" + 1 END,
        "expiresAt" = CASE WHEN old."expiresAt" <= ${now} THEN ${until} ELSE old."expiresAt" END`,
  );
  await transaction.signInFailure.deleteMany({ where: { expiresAt: { lte: now } } });
}

/** Forgets the failures under a key. */
export async function removeFailures(transaction: Transaction, key: string): Promise<void> {
  await transaction.signInFailure.deleteMany({ where: { key } });
}
