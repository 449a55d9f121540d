import { normalizeUser, validateUser } from "@/lib/configuration/user";
import type { UserCreateInput, UserDto } from "@/lib/contract/user";
import { hashPassword } from "@/lib/server/auth/hash-gate";
import { newPasswordProblems } from "@/lib/server/auth/new-password";
import { refuseApiKey, requirePermission, type ServiceContext } from "@/lib/server/context";
import { recordAccount } from "@/lib/server/db/revision";
import { inTransaction } from "@/lib/server/db/transaction";
import { insertUser } from "@/lib/server/db/user";
import { refuseProblems } from "@/lib/server/errors";
import { refuseTakenName } from "@/lib/server/services/taken-name";
import { revisionContent, toUserDto } from "@/lib/server/services/user/to-dto";

/**
 * Makes a local user who signs in with the given name and password.
 * @throws Refusal forbidden, notWithApiKey, validationFailed, nameTaken
 */
export async function createUser(context: ServiceContext, input: UserCreateInput): Promise<UserDto> {
  requirePermission(context, "user", "update");
  refuseApiKey(context);
  const content = normalizeUser({ name: input.name, fullName: input.fullName ?? "", role: input.role });
  refuseProblems([...validateUser(content), ...newPasswordProblems(input.password, content.name)]);
  // Hashing takes 100 ms of CPU; a transaction must not stay open for that.
  const passwordHash = await hashPassword(input.password);
  const created = await refuseTakenName(content.name, () =>
    inTransaction(context.database, async (transaction) => {
      const user = await insertUser(transaction, {
        id: context.newId(),
        ...content,
        passwordHash,
        at: context.now(),
      });
      await recordAccount(transaction, context, {
        entity: "user",
        entityId: user.id,
        entityName: user.name,
        number: user.version,
        action: "created",
        content: revisionContent(user, true),
        reason: input.reason ?? "",
      });
      return toUserDto(user);
    }),
  );
  context.logSecurity?.("user.created", { target: created.name, role: created.role });
  return created;
}
