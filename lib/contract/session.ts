import { oc } from "@orpc/contract";
import { z } from "zod";
import { roles } from "@/lib/catalog/roles";
import { changeErrors, commonErrors } from "@/lib/contract/errors";
import { keysAfterPassword } from "@/lib/contract/user";

/** The signed-in person. */
export const sessionSchema = z.object({
  name: z.string().describe("User name"),
  fullName: z.string(),
  role: z.enum(roles),
  language: z.enum(["en", "ko"]).nullable(),
  theme: z.enum(["light", "dark", "system"]).nullable(),
});

const preferencesSchema = z.strictObject({
  language: z.enum(["en", "ko"]).nullable().optional(),
  theme: z.enum(["light", "dark", "system"]).nullable().optional(),
});

const profileSchema = z.strictObject({ fullName: z.string() });

const passwordSchema = z.strictObject({
  currentPassword: z.string().max(256),
  newPassword: z.string().describe("8 to 128 characters, no common one, without the user name"),
  apiKeys: keysAfterPassword,
});

const base = oc.route({ tags: ["Session"] }).errors(commonErrors);

/** `/session`: sign-in of the console. Programs use HTTP Basic or an API key instead. */
export const sessionContract = {
  get: base.route({ method: "GET", path: "/session", summary: "Who is signed in" }).output(sessionSchema),
  signIn: base
    .route({
      method: "POST",
      path: "/session",
      summary: "Sign in and receive a session cookie",
      description:
        "For browsers; programs send their credentials with each request. It ends the session that the browser had.",
      spec: (current) => ({ ...current, security: [] }),
    })
    .input(z.strictObject({ name: z.string().max(128), password: z.string().max(256) }))
    .output(sessionSchema),
  signOut: base
    .route({
      method: "DELETE",
      path: "/session",
      successStatus: 204,
      summary: "Sign out",
      description: "Ends the session of the cookie and its event streams. Without a cookie it does nothing.",
    })
    .output(z.void()),
  setPreferences: base
    .route({ method: "PATCH", path: "/session/preferences", summary: "Remember language and theme" })
    .input(preferencesSchema)
    .output(sessionSchema),
  setProfile: base
    .route({ method: "PATCH", path: "/session/profile", summary: "Change your own full name" })
    .errors({ stale: changeErrors.stale })
    .input(profileSchema)
    .output(sessionSchema),
  changePassword: base
    .route({
      method: "PATCH",
      path: "/session/password",
      successStatus: 204,
      summary: "Change your own password; all your other sessions end",
    })
    .errors({ stale: changeErrors.stale })
    .input(passwordSchema)
    .output(z.void()),
  endOthers: base
    .route({
      method: "DELETE",
      path: "/session/others",
      summary: "End all your sessions but the one that you ask with",
    })
    .output(z.object({ ended: z.number().int().min(0).describe("How many there were") })),
};

export type SessionDto = z.output<typeof sessionSchema>;
export type PreferencesInput = z.output<typeof preferencesSchema>;
export type ProfileInput = z.output<typeof profileSchema>;
export type PasswordInput = z.output<typeof passwordSchema>;
