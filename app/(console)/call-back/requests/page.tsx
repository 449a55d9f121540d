import { HydrationBoundary } from "@tanstack/react-query";
import { RequestList } from "@/components/call-back/requests/request-list";
import type { SearchParams } from "@/lib/server/pages/address";
import { requestListPage } from "@/lib/server/pages/call-back";

export default async function RequestsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { state, mayUpdate } = await requestListPage(await searchParams);
  return (
    <HydrationBoundary state={state}>
      <RequestList mayUpdate={mayUpdate} />
    </HydrationBoundary>
  );
}
