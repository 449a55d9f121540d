import type { Transaction } from "@/lib/server/db/transaction";

/** What is stored of people and of what they sign in with, each by its id. */
export interface Credentials {
  readonly roles: ReadonlyMap<string, string>;
  /** By the id of the user. */
  readonly passwordHashes: ReadonlyMap<string, string | null>;
  readonly sessions: ReadonlyMap<string, { readonly expiresAt: Date; readonly createdAt: Date }>;
  readonly apiKeys: ReadonlyMap<string, { readonly expiresAt: Date | null }>;
}

/** Reads the users, sessions and API keys with those ids, as far as they are there. */
export async function readCredentials(
  { user, account, session, apiKey }: Transaction,
  ids: { users: readonly string[]; sessions: readonly string[]; apiKeys: readonly string[] },
): Promise<Credentials> {
  const among = (some: readonly string[]) => ({ in: [...new Set(some)] });
  const users = await user.findMany({ where: { id: among(ids.users) }, select: { id: true, role: true } });
  const accounts = await account.findMany({
    where: { userId: among(ids.users), providerId: "credential" },
    select: { userId: true, password: true },
  });
  const sessions = await session.findMany({
    where: { id: among(ids.sessions) },
    select: { id: true, expiresAt: true, createdAt: true },
  });
  const apiKeys = await apiKey.findMany({
    where: { id: among(ids.apiKeys) },
    select: { id: true, expiresAt: true },
  });
  return {
    roles: new Map(users.map(({ id, role }) => [id, role])),
    passwordHashes: new Map(accounts.map(({ userId, password }) => [userId, password])),
    sessions: new Map(sessions.map(({ id, ...rest }) => [id, rest])),
    apiKeys: new Map(apiKeys.map(({ id, ...rest }) => [id, rest])),
  };
}
