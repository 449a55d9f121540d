import type { PasswordInput } from "@/lib/contract/session";
import { hashPassword } from "@/lib/server/auth/hash-gate";
import { newPasswordProblems } from "@/lib/server/auth/new-password";
import { refuseApiKey, requirePermission, type ServiceContext } from "@/lib/server/context";
import { inTransaction } from "@/lib/server/db/transaction";
import { refuseProblems } from "@/lib/server/errors";
import { loadOwnUser } from "@/lib/server/services/session/load";
import { proveOwnPassword } from "@/lib/server/services/session/prove-password";
import { saveUserVersion } from "@/lib/server/services/user/save";
import { contentOfUser } from "@/lib/server/services/user/to-dto";

/**
 * Changes the password of the person who asks, who proves to know the current one, ends all their other sessions, and
 * revokes their API keys when they say so. Wrong current passwords count as failed sign-ins.
 * @throws Refusal forbidden, notWithApiKey, validationFailed, tooManyAttempts, signInBusy, notSignedIn, stale when it
 * was changed in between
 */
export async function changePassword(context: ServiceContext, input: PasswordInput): Promise<void> {
  requirePermission(context, "ownUser", "update");
  refuseApiKey(context);
  const { name } = await loadOwnUser(context.database.prisma, context);
  refuseProblems(newPasswordProblems(input.newPassword, name, ["newPassword"]));
  const before = await proveOwnPassword(context, name, input.currentPassword);
  // Hashing takes 100 ms of CPU; a transaction must not stay open for that.
  const hash = await hashPassword(input.newPassword);
  await inTransaction(context.database, (transaction) =>
    saveUserVersion(transaction, context, before, {
      content: contentOfUser(before),
      newPassword: { hash, apiKeys: input.apiKeys },
      reason: "",
    }),
  );
  context.logSecurity?.("user.passwordChanged", { target: name, apiKeys: input.apiKeys ?? "keep" });
}
