import { checkNewPassword } from "@/lib/configuration/user";
import type { PasswordInput } from "@/lib/contract/session";
import { unknownAddress } from "@/lib/server/auth/client-address";
import { hashPassword } from "@/lib/server/auth/hash-gate";
import { checkPassword } from "@/lib/server/auth/password";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { inTransaction } from "@/lib/server/db/transaction";
import { refuseProblems } from "@/lib/server/errors";
import { realClock } from "@/lib/server/runtime/clock";
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
  const attempt = { name, password: input.currentPassword, address: context.address ?? unknownAddress };
  const verified = await checkPassword(context.database, attempt, realClock.now());
  if (!verified) return refuseProblems([{ path: ["currentPassword"], code: "wrongPassword" }]);
  const before = verified.user;
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
