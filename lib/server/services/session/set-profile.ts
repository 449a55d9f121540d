import { checkFullName, normalizeUser, sameUser } from "@/lib/configuration/user";
import type { ProfileInput, SessionDto } from "@/lib/contract/session";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { inTransaction } from "@/lib/server/db/transaction";
import { refuseProblems } from "@/lib/server/errors";
import { loadOwnUser } from "@/lib/server/services/session/load";
import { toSessionDto } from "@/lib/server/services/session/to-dto";
import { saveUserVersion } from "@/lib/server/services/user/save";
import { contentOfUser } from "@/lib/server/services/user/to-dto";

/**
 * Changes the full name of the person who asks, in whatever role.
 * @throws Refusal forbidden, validationFailed, notSignedIn
 */
export async function setProfile(context: ServiceContext, input: ProfileInput): Promise<SessionDto> {
  requirePermission(context, "ownUser", "update");
  refuseProblems(checkFullName(input.fullName));
  const { after, isChanged } = await inTransaction(context.database, async (transaction) => {
    const before = await loadOwnUser(transaction, context);
    const content = normalizeUser({ ...contentOfUser(before), fullName: input.fullName });
    if (sameUser(contentOfUser(before), content)) return { after: before, isChanged: false };
    const change = { content, newPassword: undefined, reason: "" };
    return { after: await saveUserVersion(transaction, context, before, change), isChanged: true };
  });
  if (isChanged) context.logSecurity?.("user.changed", { target: after.name, role: after.role });
  return toSessionDto(after);
}
