import { canBeText } from "@/lib/server/db/bounds";
import type { Transaction } from "@/lib/server/db/transaction";

/** An API key as it is stored: its hash, never the key. */
export interface StoredApiKey {
  id: string;
  name: string;
  start: string;
  userId: string;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
}

/** The keys of one user, by name. */
export function listApiKeys(transaction: Transaction, userId: string): Promise<StoredApiKey[]> {
  return transaction.apiKey.findMany({ where: { userId }, orderBy: { name: "asc" }, omit: { hash: true } });
}

/** The key of that name of a user, or null. */
export async function findApiKey(
  transaction: Transaction,
  userId: string,
  name: string,
): Promise<StoredApiKey | null> {
  if (!canBeText(name)) return null;
  return transaction.apiKey.findUnique({ where: { userId_name: { userId, name } }, omit: { hash: true } });
}

/** The key with that hash, or null. */
export function findApiKeyByHash(transaction: Transaction, hash: string): Promise<StoredApiKey | null> {
  return transaction.apiKey.findUnique({ where: { hash }, omit: { hash: true } });
}

/** Stores a new key. Fails with a unique violation when the user has a key of that name. */
export function insertApiKey(
  transaction: Transaction,
  key: Omit<StoredApiKey, "lastUsedAt"> & { hash: string },
): Promise<StoredApiKey> {
  return transaction.apiKey.create({ data: key, omit: { hash: true } });
}

/** Notes that a key was used. */
export async function touchApiKey(transaction: Transaction, id: string, at: Date): Promise<void> {
  await transaction.apiKey.updateMany({ where: { id }, data: { lastUsedAt: at } });
}

/** Removes a key. */
export async function deleteApiKey(transaction: Transaction, id: string): Promise<void> {
  await transaction.apiKey.delete({ where: { id } });
}
