import type { ListName } from "@/lib/configuration/list-view";
import type { ListSettingsDto, ListSettingsInput } from "@/lib/contract/list-view";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { readListSettings, saveListSettings } from "@/lib/server/db/list-view";
import { inTransaction, isReferenceViolation } from "@/lib/server/db/transaction";
import { lockUser } from "@/lib/server/db/user";
import { Refusal } from "@/lib/server/errors";
import { loadListView, requireList } from "@/lib/server/services/list-view/access";
import { toListSettingsDto } from "@/lib/server/services/list-view/to-dto";

/**
 * Remembers how the person who asks sees a list; absent stays as it is. It has neither version nor history.
 * @throws Refusal forbidden, notSignedIn, notFound for a default view that there is not, or not of this list
 */
export async function setListSettings(
  context: ServiceContext,
  list: ListName,
  { defaultView, ...change }: ListSettingsInput,
): Promise<ListSettingsDto> {
  requirePermission(context, "ownUser", "update");
  requireList(context, list);
  const { userId } = context.actor;
  const remember = inTransaction(context.database, async (transaction) => {
    // Two first settings of a list at once would both want to make its row.
    if (!(await lockUser(transaction, userId))) throw new Refusal("notSignedIn");
    if (typeof defaultView === "string") {
      const view = await loadListView(transaction, context, defaultView);
      if (view.list !== list) throw new Refusal("notFound");
    }
    const chosen = defaultView === undefined ? {} : { defaultViewId: defaultView };
    await saveListSettings(transaction, list, userId, { ...change, ...chosen });
    return toListSettingsDto(await readListSettings(transaction, list, userId), userId);
  });
  return remember.catch((error: unknown) => {
    // Its owner deleted the view between the look and the save.
    throw isReferenceViolation(error) ? new Refusal("notFound") : error;
  });
}
