import type { QueryClient } from "@tanstack/react-query";
import { redirect } from "next/navigation";
import { defaultViewAddress } from "@/lib/client/list-view-address";
import { initialListSettings, type ListName } from "@/lib/configuration/list-view";
import type { ListSettingsDto } from "@/lib/contract/list-view";
import { Refusal } from "@/lib/server/errors";
import { listQueryOf, type SearchParams } from "@/lib/server/pages/address";
import { serverQueries } from "@/lib/server/pages/prefetch";

interface AskedList {
  readonly list: ListName;
  /** The address of the list. */
  readonly path: string;
  readonly search: SearchParams;
  /** The field by which it is sorted unless the address says otherwise. */
  readonly initialSort?: string;
}

/** How whoever looks sees the list; as at first where they may not see it, which the browser says. */
async function readSettings(client: QueryClient, list: ListName): Promise<Partial<ListSettingsDto>> {
  const { listView } = await serverQueries();
  try {
    return await client.fetchQuery(listView.settings.queryOptions({ input: { params: { list } } }));
  } catch (error) {
    if (error instanceof Refusal) return {};
    throw error;
  }
}

/**
 * What *Find and List* will ask for at an address, with the rows a page that the person likes. An address that asks for
 * nothing leads to that of their default view.
 */
export async function listPageQuery(client: QueryClient, { list, path, search, initialSort }: AskedList) {
  const { defaultView, rowsPerPage = initialListSettings.rowsPerPage } = await readSettings(client, list);
  if (defaultView && Object.keys(search).length === 0) redirect(defaultViewAddress(path, defaultView));
  return listQueryOf(search, rowsPerPage, initialSort);
}
