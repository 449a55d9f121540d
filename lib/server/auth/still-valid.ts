import { isTooOld } from "@/lib/server/auth/session-age";
import type { Actor, Credential } from "@/lib/server/context";
import { type Credentials, readCredentials } from "@/lib/server/db/credentials";
import type { Transaction } from "@/lib/server/db/transaction";

/**
 * Those of the actors who are still who they were when they came: the user is there in the same role, and what they have
 * shown (a session, an API key, a password) still counts. It reads all of them at once.
 * @param now the time on the wall
 */
export async function stillValid(
  transaction: Transaction,
  actors: readonly Actor[],
  now: Date,
): Promise<Set<Actor>> {
  const idsOf = (kind: "session" | "apiKey") =>
    actors.flatMap(({ credential }) => (credential?.kind === kind ? [credential.id] : []));
  const stored = await readCredentials(transaction, {
    users: actors.map(({ userId }) => userId),
    sessions: idsOf("session"),
    apiKeys: idsOf("apiKey"),
  });
  return new Set(
    actors.filter(
      ({ userId, role, credential }) =>
        stored.roles.get(userId) === role &&
        (credential === undefined || counts(credential, userId, stored, now)),
    ),
  );
}

function counts(credential: Credential, userId: string, stored: Credentials, now: Date): boolean {
  if (credential.kind === "password") return stored.passwordHashes.get(userId) === credential.hash;
  if (credential.kind === "apiKey") {
    const apiKey = stored.apiKeys.get(credential.id);
    return apiKey !== undefined && (apiKey.expiresAt === null || apiKey.expiresAt > now);
  }
  const session = stored.sessions.get(credential.id);
  return session !== undefined && session.expiresAt > now && !isTooOld(session.createdAt, now);
}
