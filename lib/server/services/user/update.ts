import type { Problem } from "@/lib/configuration/problem";
import { normalizeText } from "@/lib/configuration/text-rules";
import { checkFullName, checkUserName, normalizeUser, sameUser } from "@/lib/configuration/user";
import type { UserDto, UserUpdateInput } from "@/lib/contract/user";
import { hashPassword } from "@/lib/server/auth/hash-gate";
import { newPasswordProblems } from "@/lib/server/auth/new-password";
import { refuseApiKey, requirePermission, type ServiceContext } from "@/lib/server/context";
import { inTransaction, takeLock } from "@/lib/server/db/transaction";
import type { StoredUser } from "@/lib/server/db/user";
import { refuseProblems } from "@/lib/server/errors";
import type { LogSecurity } from "@/lib/server/security-log";
import { proveOwnPassword } from "@/lib/server/services/session/prove-password";
import { refuseTakenName } from "@/lib/server/services/taken-name";
import { refuseLastSuperUser } from "@/lib/server/services/user/last-super-user";
import { loadUser } from "@/lib/server/services/user/load";
import { saveUserVersion, staleUser } from "@/lib/server/services/user/save";
import { contentOfUser, toUserDto } from "@/lib/server/services/user/to-dto";

/**
 * Changes name, full name, role or password of a user; a new password ends the user's sessions, and the person who
 * changes their own proves to know the current one. A change that changes nothing answers the stored user and makes no
 * revision. A program with an API key gives neither roles nor passwords.
 * @throws Refusal forbidden, notWithApiKey, validationFailed, tooManyAttempts, signInBusy, notFound, stale, lastSuperUser,
 * nameTaken
 */
export async function updateUser(
  context: ServiceContext,
  name: string,
  input: UserUpdateInput,
): Promise<UserDto> {
  requirePermission(context, "user", "update");
  refuseProblems(problemsOf(name, input));
  const newPassword = await newPasswordOf(context, name, input);
  const { before, after } = await refuseTakenName(input.name ?? name, () =>
    inTransaction(context.database, async (transaction) => {
      await takeLock(transaction, "superUsers");
      const before = await loadUser(transaction, name);
      if (before.version !== input.version) throw await staleUser(transaction, before, input.version);
      const content = normalizeUser({
        name: input.name ?? before.name,
        fullName: input.fullName ?? before.fullName,
        role: input.role ?? before.role,
      });
      if (content.role !== before.role) {
        refuseApiKey(context);
        await refuseLastSuperUser(transaction, before);
      }
      if (newPassword === undefined && sameUser(contentOfUser(before), content))
        return { before, after: before };
      const reason = input.reason ?? "";
      const after = await saveUserVersion(transaction, context, before, { content, newPassword, reason });
      return { before, after };
    }),
  );
  if (after !== before) logChange(context.logSecurity, before, after, newPassword);
  return toUserDto(after);
}

function logChange(
  logSecurity: LogSecurity | undefined,
  before: StoredUser,
  after: StoredUser,
  newPassword: { apiKeys: "keep" | "revoke" | undefined } | undefined,
): void {
  const target = after.name;
  logSecurity?.("user.changed", {
    target,
    role: after.role,
    ...(before.name === target ? {} : { from: before.name }),
  });
  if (before.role !== after.role)
    logSecurity?.("user.roleChanged", { target, from: before.role, to: after.role });
  if (newPassword) logSecurity?.("user.passwordChanged", { target, apiKeys: newPassword.apiKeys ?? "keep" });
}

async function newPasswordOf(context: ServiceContext, name: string, input: UserUpdateInput) {
  if (input.password === undefined) return undefined;
  refuseApiKey(context);
  const user = await loadUser(context.database.prisma, name);
  if (user.id === context.actor.userId) await proveOwnPassword(context, user.name, input.currentPassword);
  // Hashing takes 100 ms of CPU; a transaction must not stay open for that.
  return { hash: await hashPassword(input.password), apiKeys: input.apiKeys };
}

function problemsOf(name: string, input: UserUpdateInput): Problem[] {
  return [
    // A name from before a rule may be sent back as it was.
    ...(input.name === undefined || normalizeText(input.name) === normalizeText(name)
      ? []
      : checkUserName(input.name)),
    ...(input.fullName === undefined ? [] : checkFullName(input.fullName)),
    ...(input.password === undefined ? [] : newPasswordProblems(input.password, input.name ?? name)),
  ];
}
