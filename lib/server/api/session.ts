import type { SessionDto } from "@/lib/contract/session";
import { type RequestContext, securityLogOf } from "@/lib/server/api/request-context";
import { clientAddress } from "@/lib/server/auth/client-address";
import { checkPassword } from "@/lib/server/auth/password";
import { passSessionCookies } from "@/lib/server/auth/session-cookie";
import { findPasswordHash, findUserById } from "@/lib/server/db/user";
import { Refusal } from "@/lib/server/errors";
import { tellIdentified } from "@/lib/server/http/identified";
import { toSessionDto } from "@/lib/server/services/session/to-dto";

/**
 * Signs a person in: the answer carries the session cookie.
 * @throws Refusal notSignedIn for a wrong name or password, tooManyAttempts, signInBusy
 */
export async function signIn(
  request: RequestContext,
  input: { name: string; password: string },
): Promise<SessionDto> {
  const { auth, database } = request.instance;
  const attempt = { ...input, address: clientAddress(request.requestHeaders) };
  const logSecurity = securityLogOf(request);
  const by = "session";
  const verified = await checkPassword(database, attempt, new Date()).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "tooManyAttempts")
      logSecurity("signIn.locked", { by, typedName: input.name });
    throw error;
  });
  if (!verified) {
    logSecurity("signIn.failed", { by, typedName: input.name });
    throw new Refusal("notSignedIn");
  }
  const { user, passwordHash } = verified;
  tellIdentified({ requestId: request.requestId, user: user.name });
  await endSessionOfBrowser(request);
  const { response, headers } = await auth.api.beginSession({
    body: { userId: user.id },
    headers: request.requestHeaders,
    returnHeaders: true,
  });
  // Whoever changes a password ends the sessions that there are: this one may have come a moment too late.
  if (!response || (await findPasswordHash(database.prisma, user.id)) !== passwordHash) {
    if (response) await (await auth.$context).internalAdapter.deleteSession(response.token);
    logSecurity("signIn.failed", { by, typedName: input.name });
    throw new Refusal("notSignedIn");
  }
  passSessionCookies(headers, request.responseHeaders, request.requestHeaders);
  logSecurity("signIn.succeeded", { by, user: user.name });
  return toSessionDto(user);
}

/** Whoever signs in leaves no session behind in that browser, be it theirs or of somebody before them. */
async function endSessionOfBrowser(request: RequestContext): Promise<void> {
  const earlier = await sessionOfBrowser(request);
  const { auth } = request.instance;
  if (earlier) await (await auth.$context).internalAdapter.deleteSession(earlier.session.token);
}

/** The session of the cookie, or null. */
async function sessionOfBrowser({ instance: { auth }, requestHeaders }: RequestContext) {
  if (!requestHeaders.has("cookie")) return null;
  return auth.api.getSession({ headers: requestHeaders, query: { disableRefresh: true } });
}

/** Ends the session of the cookie; without one it does nothing. */
export async function signOut(request: RequestContext): Promise<void> {
  const { auth } = request.instance;
  const ended = await sessionOfBrowser(request);
  const { headers } = await auth.api.signOut({ headers: request.requestHeaders, returnHeaders: true });
  passSessionCookies(headers, request.responseHeaders, request.requestHeaders);
  if (ended) securityLogOf(request)("signOut");
}

/**
 * The signed-in person.
 * @throws Refusal notSignedIn
 */
export async function getSession(request: RequestContext): Promise<SessionDto> {
  const user = request.actor && (await findUserById(request.instance.database.prisma, request.actor.userId));
  if (!user) throw new Refusal("notSignedIn");
  return toSessionDto(user);
}
