import { checkPhonesOnDesk, phonesOnDesk } from "@/lib/configuration/desk";
import { nameKey } from "@/lib/configuration/text-rules";
import type { DeskDto } from "@/lib/contract/desk";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { insertDesk, listDesks, saveDesk } from "@/lib/server/db/desk";
import { inTransaction } from "@/lib/server/db/transaction";
import { lockUser } from "@/lib/server/db/user";
import { Refusal, refuseProblems } from "@/lib/server/errors";
import { toDeskDto } from "@/lib/server/services/desk/to-dto";
import { usedNow } from "@/lib/server/services/desk/used-now";

/**
 * Remembers what is on a desk of the person who asks, in whatever role: it is the one that was used last from now on.
 * Desks are not configuration: they have neither version nor history, and of two windows the last one counts.
 * @param input the name of the desk; null for the one without, which is made
 * @throws Refusal forbidden, validationFailed, notFound, notSignedIn when somebody has deleted that user
 */
export async function rememberDesk(context: ServiceContext, input: DeskDto): Promise<DeskDto> {
  requirePermission(context, "ownUser", "update");
  refuseProblems(checkPhonesOnDesk(input.phones));
  const { userId } = context.actor;
  const phones = phonesOnDesk(input.phones);
  return inTransaction(context.database, async (transaction) => {
    if (!(await lockUser(transaction, userId))) throw new Refusal("notSignedIn");
    const desks = await listDesks(transaction, userId);
    const key = nameKey(input.name ?? "");
    const known = desks.find(({ name }) => nameKey(name) === key);
    // The one without a name is called by null alone.
    if (input.name !== null && (key === "" || !known)) throw new Refusal("notFound", { name: input.name });
    const desk = { id: context.newId(), name: "", ...known, phones, usedAt: usedNow(desks) };
    await (known ? saveDesk(transaction, desk) : insertDesk(transaction, userId, desk));
    return toDeskDto(desk);
  });
}
