import { isRole, type Role } from "@/lib/catalog/roles";
import { nameKey } from "@/lib/configuration/text-rules";
import type { ListQuery } from "@/lib/contract/list";
import type { userListFields } from "@/lib/contract/user";
import { canBeText } from "@/lib/server/db/bounds";
import type { User } from "@/lib/server/db/generated/client";
import { sqlIn } from "@/lib/server/db/kysely";
import type { ListFields } from "@/lib/server/db/list/conditions";
import { foldedText, instant, rowOf, typedText, wholeNumber } from "@/lib/server/db/list/list-fields";
import { planList } from "@/lib/server/db/list/plan-list";
import { type Page, readPage } from "@/lib/server/db/list/read-page";
import type { Transaction } from "@/lib/server/db/transaction";

/** A local user, without the password. */
export interface StoredUser {
  id: string;
  /** User name as it was typed when it was made. */
  name: string;
  fullName: string;
  role: Role;
  language: string | null;
  theme: string | null;
  version: number;
  apiKeyCount: number;
  updatedAt: Date;
}

const withKeys = { _count: { select: { apiKeys: true } } } as const;

const user = rowOf<"User">();
const listFields: ListFields<(typeof userListFields)[number]> = {
  name: foldedText(user.ref("t.username")),
  fullName: typedText(user.ref("t.name")),
  role: typedText(user.ref("t.role")),
  version: wholeNumber(user.ref("t.version")),
  updatedAt: instant(user.ref("t.updatedAt")),
};

/** One page of the users that match. */
export async function listUsers(transaction: Transaction, query: ListQuery): Promise<Page<StoredUser>> {
  const users = sqlIn(transaction).selectFrom("User as t").selectAll("t");
  const { items, ...page } = await readPage(users, planList(query, listFields));
  // Asked of the page alone: beside the rows it would be counted for all that are sorted.
  const keys = await transaction.apiKey.groupBy({
    by: "userId",
    where: { userId: { in: items.map(({ id }) => id) } },
    _count: true,
  });
  const counts = new Map(keys.map(({ userId, _count }) => [userId, _count]));
  return {
    ...page,
    items: items.map((row) => stored({ ...row, _count: { apiKeys: counts.get(row.id) ?? 0 } })),
  };
}

/** The user of that name, ignoring case, or null. */
export async function findUser(transaction: Transaction, name: string): Promise<StoredUser | null> {
  if (!canBeText(name)) return null;
  const row = await transaction.user.findUnique({ where: { username: nameKey(name) }, include: withKeys });
  return row && stored(row);
}

/** The user with that id, or null. */
export async function findUserById(transaction: Transaction, id: string): Promise<StoredUser | null> {
  const row = await transaction.user.findUnique({ where: { id }, include: withKeys });
  return row && stored(row);
}

/** The stored hash of the user's password, or null when the user has none. */
export async function findPasswordHash(transaction: Transaction, userId: string): Promise<string | null> {
  const account = await transaction.account.findFirst({
    where: { userId, providerId: "credential" },
    select: { password: true },
  });
  return account?.password ?? null;
}

/** Number of users; 0 only before the first start is complete. */
export function countUsers(transaction: Transaction): Promise<number> {
  return transaction.user.count();
}

/** Number of users that have the role. */
export function countUsersWithRole(transaction: Transaction, role: Role): Promise<number> {
  return transaction.user.count({ where: { role } });
}

/**
 * Keeps other transactions from changing or deleting the user until this one ends.
 * @returns false when there is no such user
 */
export async function lockUser(transaction: Transaction, id: string): Promise<boolean> {
  const rows = await transaction.$queryRaw<unknown[]>`SELECT 1 FROM "User" WHERE "id" = ${id} FOR UPDATE`;
  return rows.length > 0;
}

/** Stores a new user with the hash of a password. Fails with a unique violation when the name is taken. */
export async function insertUser(
  transaction: Transaction,
  user: { id: string; name: string; fullName: string; role: Role; passwordHash: string; at: Date },
): Promise<StoredUser> {
  const { id, at } = user;
  const row = await transaction.user.create({
    data: {
      id,
      ...nameColumns(user.name),
      // Nobody is ever mailed: the session library identifies accounts by an address, so each has its own.
      email: `${id}@users.ringback.invalid`,
      name: user.fullName,
      role: user.role,
      createdAt: at,
      updatedAt: at,
      accounts: { create: { id, accountId: id, providerId: "credential", password: user.passwordHash } },
    },
    include: withKeys,
  });
  return stored(row);
}

/**
 * Stores the next version of a user.
 * @returns the stored user, or null when somebody else has stored another version since it was read
 */
export async function saveUser(
  transaction: Transaction,
  before: StoredUser,
  content: { name: string; fullName: string; role: Role },
  at: Date,
): Promise<StoredUser | null> {
  const version = before.version + 1;
  const { count } = await transaction.user.updateMany({
    where: { id: before.id, version: before.version },
    data: {
      ...nameColumns(content.name),
      name: content.fullName,
      role: content.role,
      version,
      updatedAt: at,
    },
  });
  return count === 0 ? null : { ...before, ...content, version, updatedAt: at };
}

/**
 * Replaces the hash of a password by another one of the same password.
 * @returns false when another hash is stored by now
 */
export async function replacePasswordHash(
  transaction: Transaction,
  userId: string,
  before: string,
  after: string,
): Promise<boolean> {
  const { count } = await transaction.account.updateMany({
    where: { userId, providerId: "credential", password: before },
    data: { password: after },
  });
  return count > 0;
}

/**
 * Replaces the password and ends the sessions of the user.
 * @param keptSession the id of the one that goes on, or null
 */
export async function savePassword(
  transaction: Transaction,
  userId: string,
  passwordHash: string,
  keptSession: string | null,
): Promise<void> {
  await transaction.account.updateMany({
    where: { userId, providerId: "credential" },
    data: { password: passwordHash },
  });
  await deleteSessions(transaction, userId, keptSession);
}

/**
 * Ends the sessions of a user but one.
 * @param kept the id of the one that goes on, or null to end all
 * @returns how many were ended
 */
export async function deleteSessions(
  transaction: Transaction,
  userId: string,
  kept: string | null,
): Promise<number> {
  const others = kept === null ? {} : { id: { not: kept } };
  return (await transaction.session.deleteMany({ where: { userId, ...others } })).count;
}

/** Remembers language and theme; null follows browser and system, absent stays whatever it is by then. */
export async function savePreferences(
  transaction: Transaction,
  userId: string,
  preferences: { language?: string | null; theme?: string | null },
): Promise<void> {
  await transaction.user.update({ where: { id: userId }, data: preferences });
}

/** Removes a user with sessions, password and API keys. */
export async function deleteUser(transaction: Transaction, id: string): Promise<void> {
  await transaction.user.delete({ where: { id } });
}

function nameColumns(name: string) {
  return { username: nameKey(name), displayUsername: name };
}

function stored(row: User & { _count: { apiKeys: number } }): StoredUser {
  return {
    id: row.id,
    name: row.displayUsername ?? row.username,
    fullName: row.name,
    role: isRole(row.role) ? row.role : "readOnly",
    language: row.language,
    theme: row.theme,
    version: row.version,
    apiKeyCount: row._count.apiKeys,
    updatedAt: row.updatedAt,
  };
}
