import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { ownSignIn } from "@/lib/server/auth/begin-session";
import type { Database } from "@/lib/server/db/open";
import { internalHeaders } from "@/lib/server/http/internal-headers";

const sevenDaysInSeconds = 7 * 24 * 60 * 60;

/**
 * The session library, bound to our tables. Users are made, changed and checked by our own services; the library keeps
 * sessions and their cookies. None of its own routes are served.
 * @param secret signs the session cookie
 */
export function createAuth(database: Database, secret: string) {
  return betterAuth({
    database: prismaAdapter(database.prisma, { provider: "postgresql" }),
    secret,
    baseURL: "http://localhost",
    plugins: [ownSignIn],
    session: { expiresIn: sevenDaysInSeconds, updateAge: sevenDaysInSeconds / 7 },
    // Only failures count, in lib/server/auth/failure-limit.ts; the library would also count successes.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix: "ringback",
      disableCSRFCheck: true,
      useSecureCookies: false,
      ipAddress: { ipAddressHeaders: [internalHeaders.clientAddress] },
    },
    logger: { disabled: true },
  });
}

export type Auth = ReturnType<typeof createAuth>;
