import type { Logger } from "pino";
import { hashApiKey } from "@/lib/server/auth/api-key-token";
import type { Auth } from "@/lib/server/auth/auth";
import { clientAddress } from "@/lib/server/auth/client-address";
import { checkPassword } from "@/lib/server/auth/password";
import { isTooOld } from "@/lib/server/auth/session-age";
import { passSessionCookies } from "@/lib/server/auth/session-cookie";
import type { Actor, Credential } from "@/lib/server/context";
import { findApiKeyByHash, touchApiKey } from "@/lib/server/db/api-key";
import type { Database } from "@/lib/server/db/open";
import { findUserById, type StoredUser } from "@/lib/server/db/user";
import { Refusal } from "@/lib/server/errors";
import { internalHeaders } from "@/lib/server/http/internal-headers";
import { securityLog } from "@/lib/server/security-log";

/** What finding out needs of the running program. */
interface Program {
  readonly database: Database;
  readonly auth: Auth;
  readonly logger: Logger;
}

const touchEveryMilliseconds = 60_000;

/**
 * Finds out who sends a request: an API key (`Authorization: Bearer`), a user name and password
 * (`Authorization: Basic`), or the session cookie of the console.
 * @param answerHeaders take the cookie that prolongs a session in use; without them no session is prolonged,
 * because the browser would not learn of it
 * @returns the actor, or null without credentials
 * @throws Refusal notSignedIn for credentials that are wrong, tooManyAttempts after too many failures,
 * signInBusy
 */
export async function authenticate(
  program: Program,
  headers: Headers,
  now: Date,
  answerHeaders?: Headers,
): Promise<Actor | null> {
  const authorization = headers.get("authorization");
  if (authorization === null) return fromSession(program, headers, now, answerHeaders);
  const [scheme = "", credentials = ""] = authorization.trim().split(/\s+/, 2);
  const actor = await fromHeader(program, scheme.toLowerCase(), credentials, headers, now);
  if (!actor) throw new Refusal("notSignedIn");
  return actor;
}

function fromHeader(
  program: Program,
  scheme: string,
  credentials: string,
  headers: Headers,
  now: Date,
): Promise<Actor | null> {
  if (scheme === "bearer") return fromApiKey(program, credentials, now);
  if (scheme === "basic") return fromBasic(program, credentials, headers, now);
  return Promise.resolve(null);
}

async function fromApiKey({ database }: Program, key: string, now: Date): Promise<Actor | null> {
  const stored = await findApiKeyByHash(database.prisma, hashApiKey(key));
  if (!stored || (stored.expiresAt && stored.expiresAt <= now)) return null;
  if (!stored.lastUsedAt || now.getTime() - stored.lastUsedAt.getTime() >= touchEveryMilliseconds) {
    await touchApiKey(database.prisma, stored.id, now);
  }
  const user = await findUserById(database.prisma, stored.userId);
  if (!user) return null;
  const scope = stored.role === null ? {} : { scope: stored.role };
  return { ...actorOf(user, { kind: "apiKey", id: stored.id }), ...scope };
}

async function fromBasic(
  { database, logger }: Program,
  credentials: string,
  headers: Headers,
  now: Date,
): Promise<Actor | null> {
  const text = Buffer.from(credentials, "base64").toString("utf8");
  const colon = text.indexOf(":");
  if (colon < 1) return null;
  const address = clientAddress(headers);
  const attempt = { name: text.slice(0, colon), password: text.slice(colon + 1), address };
  const verified = await checkPassword(database, attempt, now);
  if (verified?.isFresh) {
    const requestId = headers.get(internalHeaders.requestId) ?? undefined;
    const who = { address, requestId, user: verified.user.name };
    securityLog(logger, who)("signIn.succeeded", { by: "basic" });
  }
  return verified && actorOf(verified.user, { kind: "password", hash: verified.passwordHash });
}

async function fromSession(
  { auth, database }: Program,
  headers: Headers,
  now: Date,
  answerHeaders: Headers | undefined,
): Promise<Actor | null> {
  if (!headers.has("cookie")) return null;
  const query = { disableRefresh: answerHeaders === undefined };
  const found = await auth.api.getSession({ headers, query, returnHeaders: true });
  if (found.response && isTooOld(found.response.session.createdAt, now)) {
    await (await auth.$context).internalAdapter.deleteSession(found.response.session.token);
    return null;
  }
  if (answerHeaders) passSessionCookies(found.headers, answerHeaders, headers);
  const user = found.response && (await findUserById(database.prisma, found.response.user.id));
  return user && actorOf(user, { kind: "session", id: found.response?.session.id ?? "" });
}

function actorOf(user: StoredUser, credential: Credential): Actor {
  return { userId: user.id, name: user.name, role: user.role, credential };
}
