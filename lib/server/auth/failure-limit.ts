import { nameKey } from "@/lib/configuration/text-rules";
import type { Database } from "@/lib/server/db/open";
import { Refusal } from "@/lib/server/errors";

/** So many failed sign-ins of one user name are allowed in a window. */
export const maximumFailures = 5;
export const windowSeconds = 60;

// The same folding as in the look-up of the user: another spelling of a name is no fresh set of attempts.
const keyOf = (userName: string) => nameKey(userName).slice(0, 256);

/**
 * Refuses to look at a password while the user name has too many recent failures.
 * @throws Refusal tooManyAttempts with `retryAfterSeconds`
 */
export async function refuseTooManyFailures(database: Database, userName: string, now: Date): Promise<void> {
  const row = await database.prisma.signInFailure.findUnique({ where: { key: keyOf(userName) } });
  if (!row || row.expiresAt <= now || row.count < maximumFailures) return;
  const retryAfterSeconds = Math.ceil((row.expiresAt.getTime() - now.getTime()) / 1000);
  throw new Refusal("tooManyAttempts", { retryAfterSeconds });
}

/** Counts one failure; the first one opens a window. Safe when many arrive at once. */
export async function recordFailure(database: Database, userName: string, now: Date): Promise<void> {
  const expiresAt = new Date(now.getTime() + windowSeconds * 1000);
  await database.prisma.$executeRaw`
    INSERT INTO "SignInFailure" ("key", "count", "expiresAt") VALUES (${keyOf(userName)}, 1, ${expiresAt})
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN "SignInFailure"."expiresAt" <= ${now} THEN 1 ELSE "SignInFailure"."count" + 1 END,
      "expiresAt" = CASE WHEN "SignInFailure"."expiresAt" <= ${now} THEN ${expiresAt}
                         ELSE "SignInFailure"."expiresAt" END`;
  await database.prisma.signInFailure.deleteMany({ where: { expiresAt: { lte: now } } });
}

/** Forgets the failures of a user name after a successful sign-in. */
export async function forgetFailures(database: Database, userName: string): Promise<void> {
  await database.prisma.signInFailure.deleteMany({ where: { key: keyOf(userName) } });
}
