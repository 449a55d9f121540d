import { createHmac, randomBytes } from "node:crypto";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import { forgetFailures, recordFailure, refuseTooManyFailures } from "@/lib/server/auth/failure-limit";
import { inTurn } from "@/lib/server/auth/in-turn";
import type { Database } from "@/lib/server/db/open";
import { findPasswordHash, findUser, type StoredUser } from "@/lib/server/db/user";

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
  // PostgreSQL has no text with this character; nobody has such a name.
  if (name.includes("\0")) return null;
  const digest = createHmac("sha256", memoryKey)
    .update(JSON.stringify([name, password]))
    .digest("base64");
  const known = await recall(database, name, digest, now);
  if (known) return known;
  // One look at a time for each name: a burst of guesses cannot outrun the count of failures, and a burst of
  // right credentials costs one hash.
  return inTurn(name, async () => {
    return (
      (await recall(database, name, digest, now)) ?? (await verify(database, { name, password, digest }, now))
    );
  });
}

/** The user of a remembered credential, or null when it is not remembered or not valid any more. */
async function recall(
  database: Database,
  name: string,
  digest: string,
  now: Date,
): Promise<StoredUser | null> {
  const known = remembered.get(digest);
  if (!known || known.until <= now.getTime()) return null;
  const { user, passwordHash } = await find(database, name);
  return passwordHash === known.passwordHash ? user : null;
}

async function verify(
  database: Database,
  { name, password, digest }: { name: string; password: string; digest: string },
  now: Date,
): Promise<StoredUser | null> {
  await refuseTooManyFailures(database, name, now);
  const { user, passwordHash } = await find(database, name);
  // An unknown name takes as long as a wrong password, so that names cannot be found out.
  const isRight = await verifyPassword({ hash: passwordHash ?? (await decoyHash), password });
  if (!user || !passwordHash || !isRight) {
    await recordFailure(database, name, now);
    return null;
  }
  await forgetFailures(database, name);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(digest, { passwordHash, until: now.getTime() + rememberedMilliseconds });
  return user;
}

async function find(database: Database, name: string) {
  const user = await findUser(database.prisma, name);
  return { user, passwordHash: user && (await findPasswordHash(database.prisma, user.id)) };
}
