import { hashPassword } from "better-auth/crypto";
import { checkNewPassword } from "@/lib/configuration/user";
import type { PasswordInput } from "@/lib/contract/session";
import { checkPassword } from "@/lib/server/auth/password";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { inTransaction } from "@/lib/server/db/transaction";
import { refuseProblems } from "@/lib/server/errors";
import { loadOwnUser } from "@/lib/server/services/session/load";
import { contentOfUser } from "@/lib/server/services/user/present";
import { saveUserVersion } from "@/lib/server/services/user/save";

/**
 * Changes the password of the person who asks, who proves to know the current one, and ends all their sessions.
 * Wrong current passwords count as failed sign-ins.
 * @throws Refusal forbidden, validationFailed, tooManyAttempts, notSignedIn, stale when it was changed in between
 */
export async function changePassword(context: ServiceContext, input: PasswordInput): Promise<void> {
  requirePermission(context, "ownUser", "update");
  const { name } = await loadOwnUser(context.database.prisma, context);
  refuseProblems(checkNewPassword(input.newPassword, name, ["newPassword"]));
  const before = await checkPassword(context.database, name, input.currentPassword, context.now());
  if (!before) return refuseProblems([{ path: ["currentPassword"], code: "wrongPassword" }]);
  // Hashing takes 100 ms of CPU; a transaction must not stay open for that.
  const passwordHash = await hashPassword(input.newPassword);
  await inTransaction(context.database, (transaction) =>
    saveUserVersion(transaction, context, before, {
      content: contentOfUser(before),
      passwordHash,
      reason: "",
    }),
  );
}
