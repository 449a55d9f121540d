import { unknownAddress } from "@/lib/server/auth/client-address";
import { checkPassword } from "@/lib/server/auth/password";
import type { ServiceContext } from "@/lib/server/context";
import type { StoredUser } from "@/lib/server/db/user";
import { Refusal } from "@/lib/server/errors";
import { realClock } from "@/lib/server/runtime/clock";

/**
 * Whoever changes their own password proves to know the current one, on every way: a session that was left open, or was
 * stolen, is not enough. Wrong ones count as failed sign-ins.
 * @returns the user as stored
 * @throws Refusal validationFailed at `currentPassword`, tooManyAttempts, signInBusy
 */
export async function proveOwnPassword(
  {
    database,
    address = unknownAddress,
    logSecurity,
  }: Pick<ServiceContext, "database" | "address" | "logSecurity">,
  name: string,
  currentPassword: string | undefined,
): Promise<StoredUser> {
  const refuse = (code: "required" | "wrongPassword") =>
    new Refusal("validationFailed", { problems: [{ path: ["currentPassword"], code }] });
  if (currentPassword === undefined || currentPassword === "") throw refuse("required");
  const verified = await checkPassword(
    database,
    { name, password: currentPassword, address },
    realClock.now(),
  );
  if (!verified) {
    logSecurity?.("signIn.failed", { by: "currentPassword", typedName: name });
    throw refuse("wrongPassword");
  }
  return verified.user;
}
