import type { BetterAuthPlugin } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";

/**
 * Begins the session of a user whose password was checked by us: the library's own sign-in would check it a second time,
 * past the gate and the counts of `password.ts`. It has no address, so that only this program can call it.
 */
const beginSession = createAuthEndpoint.serverOnly(
  { method: "POST", body: z.object({ userId: z.string() }), requireHeaders: true },
  async (context) => {
    const { internalAdapter } = context.context;
    const user = await internalAdapter.findUserById(context.body.userId);
    if (!user) return null;
    const session = await internalAdapter.createSession(user.id);
    await setSessionCookie(context, { session, user });
    return { token: session.token };
  },
);

/** The plugin that adds it to the library. */
export const ownSignIn = { id: "own-sign-in", endpoints: { beginSession } } satisfies BetterAuthPlugin;
