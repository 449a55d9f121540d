import { createHmac, randomBytes } from "node:crypto";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import { findPasswordHash, findUser, type StoredUser } from "@/lib/server/db/user";
import type { Database } from "@/lib/server/db/open";
import { forgetFailures, recordFailure, refuseTooManyFailures } from "@/lib/server/auth/failure-limit";

const rememberedMilliseconds = 60_000;
const mostRemembered = 1_000;
const memoryKey = randomBytes(32);

/** Verified credentials: a keyed digest of name and password, to the hash they matched and until when. */
const remembered = new Map<string, { passwordHash: string; until: number }>();

const decoyHash = hashPassword("a password that nobody has");

/**
 * Checks a user name and password and counts failures.
 * A verified credential is remembered for 60 s, because checking a hash costs 100 ms of CPU; it is compared with
 * the stored hash, so that a changed password is refused at once, by every instance.
 * @returns the user, or null when name or password is wrong
 * @throws Refusal tooManyAttempts
 */
export async function checkPassword(
  database: Database,
  name: string,
  password: string,
  now: Date,
): Promise<StoredUser | null> {
  const user = await findUser(database.prisma, name);
  const stored = user && (await findPasswordHash(database.prisma, user.id));
  const digest = createHmac("sha256", memoryKey).update(JSON.stringify([name, password])).digest("base64");
  const known = remembered.get(digest);
  if (user && stored && known?.passwordHash === stored && known.until > now.getTime()) return user;

  await refuseTooManyFailures(database, name, now);
  // An unknown name takes as long as a wrong password, so that names cannot be found out.
  const isRight = await verifyPassword({ hash: stored ?? (await decoyHash), password });
  if (!user || !stored || !isRight) {
    await recordFailure(database, name, now);
    return null;
  }
  await forgetFailures(database, name);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(digest, { passwordHash: stored, until: now.getTime() + rememberedMilliseconds });
  return user;
}
