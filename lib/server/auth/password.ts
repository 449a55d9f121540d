import { createHmac, randomBytes } from "node:crypto";
import { nameKey } from "@/lib/configuration/text-rules";
import { networkOf } from "@/lib/server/auth/client-address";
import {
  budgetsOf,
  forgetFailures,
  recordFailure,
  refuseSpentBudgets,
} from "@/lib/server/auth/failure-limit";
import { hashGate, hashPassword } from "@/lib/server/auth/hash-gate";
import { hashAtPresentCost, matchesHash } from "@/lib/server/auth/password-hash";
import { KeyedMutex } from "@/lib/server/concurrency/keyed-mutex";
import { LruCache } from "@/lib/server/concurrency/lru-cache";
import { canBeText } from "@/lib/server/db/bounds";
import type { Database } from "@/lib/server/db/open";
import { isSignInPlace, rememberSignInPlace } from "@/lib/server/db/sign-in-place";
import { findPasswordHash, findUser, replacePasswordHash, type StoredUser } from "@/lib/server/db/user";
import { Refusal } from "@/lib/server/errors";

const rememberedMilliseconds = 60_000;
const mostRemembered = 1_000;
const memoryKey = randomBytes(32);

/** A user name and password that somebody sends, and the address that they come from. */
export interface Attempt {
  readonly name: string;
  readonly password: string;
  readonly address: string;
}

/** A user whose password was right, and the hash that it matched: another one is stored once it is changed. */
export interface VerifiedUser {
  readonly user: StoredUser;
  readonly passwordHash: string;
  /** It was looked at now, not remembered from a request before. */
  readonly isFresh: boolean;
}

/** Verified credentials: a keyed digest of name and password, to the hash they matched and until when. */
const remembered = new LruCache<string, { passwordHash: string; until: number }>(mostRemembered);

/** Of a name and of where it is tried. */
const looks = new KeyedMutex();

let decoyHash: Promise<string> | undefined;

/**
 * Checks a user name and password and counts failures.
 * A verified credential is remembered for 60 s, because checking a hash costs 100 ms of CPU; it is compared with
 * the stored hash, so that a changed password is refused at once, by every instance.
 * @param now the time on the wall: somebody who lets the clock of the phones go on must not end a lock
 * @returns the user, or null when name or password is wrong
 * @throws Refusal tooManyAttempts, signInBusy
 */
export async function checkPassword(
  database: Database,
  attempt: Attempt,
  now: Date,
): Promise<VerifiedUser | null> {
  // Nobody has a name that no database can hold.
  if (!canBeText(attempt.name)) return null;
  const digest = createHmac("sha256", memoryKey)
    .update(JSON.stringify([attempt.name, attempt.password]))
    .digest("base64");
  const known = await recall(database, attempt.name, digest, now);
  if (known) return known;
  // Who has to wait anyway does not stand in line.
  const { isKnown, budgets } = await standing(database, attempt, now);
  await refuseSpentBudgets(database.prisma, budgets, now);
  // One look at a time for each name: a burst of right credentials costs one hash. Who is known stands in no line of strangers.
  return looks.runExclusive(
    `${isKnown ? networkOf(attempt.address) : "strangers"} ${nameKey(attempt.name)}`,
    async () =>
      (await recall(database, attempt.name, digest, now)) ??
      (await verify(database, attempt, { digest, isKnown }, now)),
  );
}

/** The user of a remembered credential, or null when it is not remembered or not valid any more. */
async function recall(
  database: Database,
  name: string,
  digest: string,
  now: Date,
): Promise<VerifiedUser | null> {
  const known = remembered.get(digest);
  if (!known || known.until <= now.getTime()) return null;
  const { user, passwordHash } = await find(database, name);
  return user && passwordHash === known.passwordHash ? { user, passwordHash, isFresh: false } : null;
}

async function verify(
  database: Database,
  attempt: Attempt,
  { digest, isKnown }: { digest: string; isKnown: boolean },
  now: Date,
): Promise<VerifiedUser | null> {
  const matched = await hashGate.run(isKnown, () => compare(database, attempt, now));
  if (!matched) return null;
  const { user, isOutdated } = matched;
  const network = networkOf(attempt.address);
  await forgetFailures(database.prisma, user.id, network);
  await rememberSignInPlace(database.prisma, user.id, network, now);
  const passwordHash = isOutdated
    ? await upgrade(database, user.id, matched.passwordHash, attempt.password)
    : matched.passwordHash;
  remembered.set(digest, { passwordHash, until: now.getTime() + rememberedMilliseconds });
  return { user, passwordHash, isFresh: true };
}

/** One look at a password. Budgets are read and counted within the gate: a burst of guesses cannot outrun the count. */
async function compare(database: Database, attempt: Attempt, now: Date) {
  const { user, passwordHash, budgets } = await standing(database, attempt, now);
  await refuseSpentBudgets(database.prisma, budgets, now);
  decoyHash ??= hashAtPresentCost("a password that nobody has");
  // An unknown name takes as long as a wrong password, so that names cannot be found out.
  const { isRight, isOutdated } = await matchesHash(passwordHash ?? (await decoyHash), attempt.password);
  if (user && passwordHash && isRight) return { user, passwordHash, isOutdated };
  await recordFailure(database.prisma, budgets, now);
  return null;
}

/** Who is meant, whether they signed in from there before, and what a failure would count against. */
async function standing(database: Database, { name, address }: Attempt, now: Date) {
  const { user, passwordHash } = await find(database, name);
  const network = networkOf(address);
  const isKnown = user !== null && (await isSignInPlace(database.prisma, user.id, network, now));
  return { user, passwordHash, isKnown, budgets: budgetsOf(name, network, isKnown ? user.id : null) };
}

/** Hashes a right password at the present cost; when there is no room for that now, the next sign-in does it. */
async function upgrade(
  database: Database,
  userId: string,
  passwordHash: string,
  password: string,
): Promise<string> {
  try {
    const better = await hashPassword(password);
    const isStored = await replacePasswordHash(database.prisma, userId, passwordHash, better);
    return isStored ? better : passwordHash;
  } catch (error) {
    if (error instanceof Refusal) return passwordHash;
    throw error;
  }
}

async function find(database: Database, name: string) {
  const user = await findUser(database.prisma, name);
  return { user, passwordHash: user && (await findPasswordHash(database.prisma, user.id)) };
}
