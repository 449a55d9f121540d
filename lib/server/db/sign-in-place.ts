import { isReferenceViolation, type Transaction } from "@/lib/server/db/transaction";

const keptMilliseconds = 90 * 24 * 60 * 60 * 1000;
const mostKept = 100;

/** Whether the user has signed in from that network within the last 90 days. */
export async function isSignInPlace(
  transaction: Transaction,
  userId: string,
  network: string,
  now: Date,
): Promise<boolean> {
  const since = new Date(now.getTime() - keptMilliseconds);
  const place = { userId, network, lastAt: { gt: since } };
  return (await transaction.signInPlace.count({ where: place })) > 0;
}

/** Remembers that the user has signed in from that network; of each user the newest 100 are kept. */
export async function rememberSignInPlace(
  transaction: Transaction,
  userId: string,
  network: string,
  now: Date,
): Promise<void> {
  try {
    await transaction.$executeRaw`
      INSERT INTO "SignInPlace" ("userId", "network", "lastAt") VALUES (${userId}, ${network}, ${now})
      ON CONFLICT ("userId", "network") DO UPDATE SET "lastAt" = EXCLUDED."lastAt"`;
    await transaction.$executeRaw`
      DELETE FROM "SignInPlace" WHERE "userId" = ${userId} AND "network" IN (
        SELECT "network" FROM "SignInPlace" WHERE "userId" = ${userId}
        ORDER BY "lastAt" DESC, "network" OFFSET ${mostKept})`;
  } catch (error) {
    // The user was deleted in between.
    if (!isReferenceViolation(error)) throw error;
  }
}
