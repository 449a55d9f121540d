import { normalizeText } from "@/lib/configuration/text-rules";
import type { ListViewDto, ListViewUpdateInput } from "@/lib/contract/list-view";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { saveListView } from "@/lib/server/db/list-view";
import { inTransaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";
import { loadListView, requireSharing } from "@/lib/server/services/list-view/access";
import { toListViewDto } from "@/lib/server/services/list-view/to-dto";
import { refuseTakenName } from "@/lib/server/services/taken-name";

/**
 * Changes a view of the person who asks. It has no history.
 * @throws Refusal forbidden, notFound, stale, nameTaken
 */
export async function updateListView(
  context: ServiceContext,
  id: string,
  input: ListViewUpdateInput,
): Promise<ListViewDto> {
  requirePermission(context, "ownUser", "update");
  const { userId } = context.actor;
  return refuseTakenName(input.name ?? "", () =>
    inTransaction(context.database, async (transaction) => {
      const before = await loadListView(transaction, context, id);
      if (before.userId !== userId) throw new Refusal("forbidden");
      requireSharing(context, input.isShared ?? before.isShared);
      const stale = () => new Refusal("stale", { current: toListViewDto(before, userId), base: null });
      if (before.version !== input.version) throw stale();
      const content = {
        name: input.name === undefined ? before.name : normalizeText(input.name),
        isShared: input.isShared ?? before.isShared,
        where: input.where ?? before.where,
        match: input.match ?? before.match,
        sort: input.sort ?? before.sort,
        columns: input.columns === undefined ? before.columns : input.columns,
      };
      if (!(await saveListView(transaction, before, content, context.now()))) throw stale();
      return toListViewDto(await loadListView(transaction, context, id), userId);
    }),
  );
}
