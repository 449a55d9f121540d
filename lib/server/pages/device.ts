import { type DehydratedState, dehydrate, QueryClient } from "@tanstack/react-query";
import { isAllowed } from "@/lib/catalog/roles";
import { devicePaths } from "@/lib/client/paths";
import { pendingOnPage } from "@/lib/client/pending-page";
import type { SearchParams } from "@/lib/server/pages/address";
import { signedInActor } from "@/lib/server/pages/current-session";
import { listPageQuery } from "@/lib/server/pages/list-page";
import { serverQueries } from "@/lib/server/pages/prefetch";

/** The data of *Pending Apply*: the first page of the phones that wait. */
export async function pendingApplyPage(): Promise<{ state: DehydratedState; mayUpdate: boolean }> {
  const queryClient = new QueryClient();
  const { device } = await serverQueries();
  const input = { query: { limit: pendingOnPage } };
  await queryClient.prefetchQuery(device.pending.queryOptions({ input }));
  const { role } = await signedInActor();
  return { state: dehydrate(queryClient), mayUpdate: isAllowed(role, "phone", "update") };
}

/** The data of *Find and List Device Alarms*: the page of the list that the address asks for. */
export async function alarmListPage(search: SearchParams): Promise<{ state: DehydratedState }> {
  const queryClient = new QueryClient();
  const { device } = await serverQueries();
  const query = await listPageQuery(queryClient, {
    list: "deviceAlarm",
    path: devicePaths.alarms,
    search,
    initialSort: "-at",
  });
  await queryClient.prefetchQuery(device.alarms.queryOptions({ input: { query } }));
  return { state: dehydrate(queryClient) };
}
