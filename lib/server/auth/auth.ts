import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { username } from "better-auth/plugins";
import { nameKey } from "@/lib/configuration/text-rules";
import { passwordLengths } from "@/lib/configuration/user";
import type { Database } from "@/lib/server/db/open";

const sevenDaysInSeconds = 7 * 24 * 60 * 60;

/**
 * The session library, bound to our tables. Users are made and changed by our own services; the library signs in,
 * keeps sessions and hashes passwords. None of its own routes are served.
 * @param secret signs the session cookie
 */
export function createAuth(database: Database, secret: string) {
  return betterAuth({
    database: prismaAdapter(database.prisma, { provider: "postgresql" }),
    secret,
    baseURL: "http://localhost",
    // The library counts UTF-16 units; our rule counts characters, which are at most two of them.
    emailAndPassword: { enabled: true, disableSignUp: true, maxPasswordLength: 2 * passwordLengths.maximum },
    plugins: [
      username({
        minUsernameLength: 1,
        maxUsernameLength: 128,
        usernameValidator: () => true,
        usernameNormalization: nameKey,
      }),
    ],
    session: { expiresIn: sevenDaysInSeconds, updateAge: sevenDaysInSeconds / 7 },
    // Only failures count, in lib/server/auth/failure-limit.ts; the library would also count successes.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: { cookiePrefix: "ringback", disableCSRFCheck: true, useSecureCookies: false },
    logger: { disabled: true },
  });
}

export type Auth = ReturnType<typeof createAuth>;
