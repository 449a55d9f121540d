import { listViewLimits } from "@/lib/configuration/list-view";
import { normalizeText } from "@/lib/configuration/text-rules";
import type { ListViewCreateInput, ListViewDto } from "@/lib/contract/list-view";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { countListViews, insertListView } from "@/lib/server/db/list-view";
import { inTransaction } from "@/lib/server/db/transaction";
import { lockUser } from "@/lib/server/db/user";
import { Refusal, refuseProblems } from "@/lib/server/errors";
import { requireList, requireSharing } from "@/lib/server/services/list-view/access";
import { toListViewDto } from "@/lib/server/services/list-view/to-dto";
import { refuseTakenName } from "@/lib/server/services/taken-name";

/**
 * Saves a view of the person who asks. How somebody sees lists is not configuration: it has no history.
 * @throws Refusal forbidden, notSignedIn, validationFailed when there are too many, nameTaken
 */
export async function createListView(
  context: ServiceContext,
  input: ListViewCreateInput,
): Promise<ListViewDto> {
  requirePermission(context, "ownUser", "update");
  requireList(context, input.list);
  requireSharing(context, input.isShared);
  const { list, ...content } = input;
  const { userId } = context.actor;
  const name = normalizeText(content.name);
  return refuseTakenName(name, () =>
    inTransaction(context.database, async (transaction) => {
      // One after the other, so that they are counted right.
      if (!(await lockUser(transaction, userId))) throw new Refusal("notSignedIn");
      const count = await countListViews(transaction, list, userId);
      const limit = listViewLimits.mostViews;
      if (count >= limit)
        refuseProblems([{ path: [], code: "tooMany", params: { limit, count: count + 1 } }]);
      const made = { id: context.newId(), list, userId, at: context.now() };
      return toListViewDto(await insertListView(transaction, made, { ...content, name }), userId);
    }),
  );
}
