import { checkPhonesOnDesk, mostDesks, phonesOnDesk } from "@/lib/configuration/desk";
import { checkName, nameKey, normalizeText } from "@/lib/configuration/text-rules";
import type { DeskDto } from "@/lib/contract/desk";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { insertDesk, listDesks } from "@/lib/server/db/desk";
import { inTransaction } from "@/lib/server/db/transaction";
import { lockUser } from "@/lib/server/db/user";
import { Refusal, refuseProblems } from "@/lib/server/errors";
import { toDeskDto } from "@/lib/server/services/desk/to-dto";
import { usedNow } from "@/lib/server/services/desk/used-now";
import { takenName } from "@/lib/server/services/taken-name";

/**
 * Gives a name to a desk of the person who asks, which is the one that was used last from now on.
 * @throws Refusal forbidden, validationFailed, nameTaken, notSignedIn when somebody has deleted that user
 */
export async function createDesk(
  context: ServiceContext,
  input: { name: string; phones: readonly string[] },
): Promise<DeskDto> {
  requirePermission(context, "ownUser", "update");
  refuseProblems([...checkName(input.name), ...checkPhonesOnDesk(input.phones)]);
  const { userId } = context.actor;
  const name = normalizeText(input.name);
  const desk = { name, phones: phonesOnDesk(input.phones) };
  await inTransaction(context.database, async (transaction) => {
    if (!(await lockUser(transaction, userId))) throw new Refusal("notSignedIn");
    const desks = await listDesks(transaction, userId);
    const named = desks.filter((other) => other.name !== "");
    if (named.some((other) => nameKey(other.name) === nameKey(name))) throw takenName(name);
    if (named.length >= mostDesks)
      throw new Refusal("validationFailed", {
        problems: [
          { path: ["name"], code: "tooMany", params: { count: named.length + 1, limit: mostDesks } },
        ],
      });
    await insertDesk(transaction, userId, { ...desk, id: context.newId(), usedAt: usedNow(desks) });
  });
  return toDeskDto(desk);
}
