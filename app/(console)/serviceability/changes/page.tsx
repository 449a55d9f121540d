import { HydrationBoundary } from "@tanstack/react-query";
import { ChangeList } from "@/components/change/change-list";
import type { SearchParams } from "@/lib/server/pages/address";
import { changeListPage } from "@/lib/server/pages/change";

export default async function ChangesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { state } = await changeListPage(await searchParams);
  return (
    <HydrationBoundary state={state}>
      <ChangeList />
    </HydrationBoundary>
  );
}
