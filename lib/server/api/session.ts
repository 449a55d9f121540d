import { APIError } from "better-auth/api";
import type { SessionDto } from "@/lib/contract/session";
import type { RequestContext } from "@/lib/server/api/request-context";
import { checkPassword } from "@/lib/server/auth/password";
import { passSessionCookies } from "@/lib/server/auth/session-cookie";
import { findUserById } from "@/lib/server/db/user";
import { Refusal } from "@/lib/server/errors";
import { tellIdentified } from "@/lib/server/http/identified";
import { presentSession } from "@/lib/server/services/session/present";

/**
 * Signs a person in: the answer carries the session cookie.
 * @throws Refusal notSignedIn for a wrong name or password, tooManyAttempts
 */
export async function signIn(
  request: RequestContext,
  input: { name: string; password: string },
): Promise<SessionDto> {
  const { auth, database } = request.instance;
  const user = await checkPassword(database, input.name, input.password, new Date());
  if (!user) throw new Refusal("notSignedIn");
  tellIdentified({ requestId: request.requestId, user: user.name });
  try {
    const { headers } = await auth.api.signInUsername({
      body: { username: user.name, password: input.password },
      headers: request.requestHeaders,
      returnHeaders: true,
    });
    passSessionCookies(headers, request.responseHeaders, request.requestHeaders);
  } catch (error) {
    // The password was changed between the two looks.
    if (error instanceof APIError) throw new Refusal("notSignedIn");
    throw error;
  }
  return presentSession(user);
}

/** Ends the session of the cookie; without one it does nothing. */
export async function signOut(request: RequestContext): Promise<void> {
  const { headers } = await request.instance.auth.api.signOut({
    headers: request.requestHeaders,
    returnHeaders: true,
  });
  passSessionCookies(headers, request.responseHeaders, request.requestHeaders);
}

/**
 * The signed-in person.
 * @throws Refusal notSignedIn
 */
export async function getSession(request: RequestContext): Promise<SessionDto> {
  const user = request.actor && (await findUserById(request.instance.database.prisma, request.actor.userId));
  if (!user) throw new Refusal("notSignedIn");
  return presentSession(user);
}
