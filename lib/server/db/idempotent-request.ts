import { isReferenceViolation, type Transaction } from "@/lib/server/db/transaction";

/** Which request: of whom, and by the digest of which key. */
export interface RequestKey {
  readonly userId: string;
  readonly key: string;
}

/** What a request was answered; `status` is null while it is worked on. */
export interface StoredAnswer {
  readonly fingerprint: string;
  readonly status: number | null;
  readonly body: string;
}

/**
 * Takes the key for a request, unless somebody has it, and deletes those of all that have expired.
 * @param until when the key is free again should the request never end
 * @returns whether the key is the caller's now; false also when the user is gone
 */
export async function claimKey(
  transaction: Transaction,
  { userId, key }: RequestKey,
  now: Date,
  until: Date,
): Promise<boolean> {
  await transaction.idempotentRequest.deleteMany({ where: { expiresAt: { lte: now } } });
  try {
    const claimed = await transaction.$executeRaw`
      INSERT INTO "IdempotentRequest" ("userId", "key", "expiresAt") VALUES (${userId}, ${key}, ${until})
      ON CONFLICT ("userId", "key") DO NOTHING`;
    return claimed === 1;
  } catch (error) {
    if (isReferenceViolation(error)) return false;
    throw error;
  }
}

/** What the request with that key was answered, or null when nobody has the key. */
export function findAnswer(transaction: Transaction, key: RequestKey): Promise<StoredAnswer | null> {
  return transaction.idempotentRequest.findUnique({
    where: { userId_key: key },
    select: { fingerprint: true, status: true, body: true },
  });
}

/** Keeps an answer for those who ask the same again. */
export async function keepAnswer(
  transaction: Transaction,
  { userId, key }: RequestKey,
  answer: StoredAnswer,
  expiresAt: Date,
): Promise<void> {
  await transaction.idempotentRequest.updateMany({ where: { userId, key }, data: { ...answer, expiresAt } });
}

/** Gives the key back: the request has changed nothing and may be sent again. */
export async function releaseKey(transaction: Transaction, { userId, key }: RequestKey): Promise<void> {
  await transaction.idempotentRequest.deleteMany({ where: { userId, key } });
}
