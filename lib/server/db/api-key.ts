import { isRole, type Role } from "@/lib/catalog/roles";
import { canBeText } from "@/lib/server/db/bounds";
import type { ApiKey } from "@/lib/server/db/generated/client";
import type { Transaction } from "@/lib/server/db/transaction";

/** An API key as it is stored: its hash, never the key. */
export interface StoredApiKey {
  id: string;
  name: string;
  start: string;
  userId: string;
  /** Name of its user. */
  owner: string;
  /** The role that it is limited to; null: that of its user. */
  role: Role | null;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
}

const shown = {
  omit: { hash: true },
  include: { user: { select: { username: true, displayUsername: true } } },
} as const;

/** The keys of one user, by name. */
export async function listApiKeys(transaction: Transaction, userId: string): Promise<StoredApiKey[]> {
  const rows = await transaction.apiKey.findMany({ where: { userId }, orderBy: { name: "asc" }, ...shown });
  return rows.map(stored);
}

/** The keys of all users, by owner and name: the first ones, and how many there are. */
export async function listAllApiKeys(
  transaction: Transaction,
  limit: number,
): Promise<{ items: StoredApiKey[]; total: number }> {
  const orderBy = [{ user: { username: "asc" } }, { name: "asc" }] as const;
  const rows = await transaction.apiKey.findMany({ orderBy: [...orderBy], take: limit, ...shown });
  return { items: rows.map(stored), total: await transaction.apiKey.count() };
}

/** The key of that name of a user, or null. */
export async function findApiKey(
  transaction: Transaction,
  userId: string,
  name: string,
): Promise<StoredApiKey | null> {
  if (!canBeText(name)) return null;
  const row = await transaction.apiKey.findUnique({ where: { userId_name: { userId, name } }, ...shown });
  return row && stored(row);
}

/** The key with that hash, or null. */
export async function findApiKeyByHash(transaction: Transaction, hash: string): Promise<StoredApiKey | null> {
  const row = await transaction.apiKey.findUnique({ where: { hash }, ...shown });
  return row && stored(row);
}

/** Stores a new key. Fails with a unique violation when the user has a key of that name. */
export async function insertApiKey(
  transaction: Transaction,
  key: Omit<StoredApiKey, "lastUsedAt" | "owner"> & { hash: string },
): Promise<StoredApiKey> {
  return stored(await transaction.apiKey.create({ data: key, ...shown }));
}

/** Notes that a key was used. */
export async function touchApiKey(transaction: Transaction, id: string, at: Date): Promise<void> {
  await transaction.apiKey.updateMany({ where: { id }, data: { lastUsedAt: at } });
}

/** Removes a key. */
export async function deleteApiKey(transaction: Transaction, id: string): Promise<void> {
  await transaction.apiKey.delete({ where: { id } });
}

type Row = Omit<ApiKey, "hash"> & { user: { username: string; displayUsername: string | null } };

function stored({ user, role, ...row }: Row): StoredApiKey {
  // A role that is unknown, as of a later version, allows the least.
  const limit = role === null || isRole(role) ? role : "readOnly";
  return { ...row, owner: user.displayUsername ?? user.username, role: limit };
}
