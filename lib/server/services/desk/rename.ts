import { checkName, nameKey, normalizeText } from "@/lib/configuration/text-rules";
import type { DeskDto } from "@/lib/contract/desk";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { listDesks, renameDesk } from "@/lib/server/db/desk";
import { inTransaction } from "@/lib/server/db/transaction";
import { lockUser } from "@/lib/server/db/user";
import { Refusal, refuseProblems } from "@/lib/server/errors";
import { toDeskDto } from "@/lib/server/services/desk/to-dto";
import { takenName } from "@/lib/server/services/taken-name";

/**
 * Gives another name to a desk of the person who asks.
 * @throws Refusal forbidden, validationFailed, notFound, nameTaken
 */
export async function renameOwnDesk(context: ServiceContext, from: string, to: string): Promise<DeskDto> {
  requirePermission(context, "ownUser", "update");
  refuseProblems(checkName(to));
  const { userId } = context.actor;
  const name = normalizeText(to);
  return inTransaction(context.database, async (transaction) => {
    await lockUser(transaction, userId);
    const desks = await listDesks(transaction, userId);
    const desk = desks.find((one) => one.name !== "" && nameKey(one.name) === nameKey(from));
    if (!desk) throw new Refusal("notFound", { name: from });
    if (desks.some((one) => one.id !== desk.id && nameKey(one.name) === nameKey(name))) throw takenName(name);
    await renameDesk(transaction, desk.id, name);
    return toDeskDto({ ...desk, name });
  });
}
