import { type ListName, resourceOfList } from "@/lib/configuration/list-view";
import { mayDo, type ServiceContext } from "@/lib/server/context";
import { findListView, type StoredListView } from "@/lib/server/db/list-view";
import type { Transaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";

/**
 * Views of a list are for whoever may see the list.
 * @throws Refusal forbidden
 */
export function requireList({ actor }: ServiceContext, list: ListName): void {
  if (!mayDo(actor, resourceOfList(list), "read")) throw new Refusal("forbidden");
}

/**
 * What is shared is offered to everybody: whoever may change phones shares.
 * @throws Refusal forbidden
 */
export function requireSharing({ actor }: ServiceContext, isShared: boolean): void {
  if (isShared && !mayDo(actor, "phone", "update")) throw new Refusal("forbidden");
}

/**
 * The view with that id, if it can be opened: an own one, or one that is shared, of a list that may be seen.
 * @throws Refusal notFound
 */
export async function loadListView(
  transaction: Transaction,
  { actor }: ServiceContext,
  id: string,
): Promise<StoredListView> {
  const view = await findListView(transaction, id);
  const isOpen = view && (view.userId === actor.userId || view.isShared);
  if (!isOpen || !mayDo(actor, resourceOfList(view.list), "read")) throw new Refusal("notFound");
  return view;
}
