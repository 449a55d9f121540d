import { HydrationBoundary } from "@tanstack/react-query";
import { PhonesInUse } from "@/components/call-back/phones/phones-in-use";
import type { SearchParams } from "@/lib/server/pages/address";
import { phonesInUsePage } from "@/lib/server/pages/call-back";

export default async function PhonesInUsePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { state } = await phonesInUsePage(await searchParams);
  return (
    <HydrationBoundary state={state}>
      <PhonesInUse />
    </HydrationBoundary>
  );
}
