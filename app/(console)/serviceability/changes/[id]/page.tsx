import { HydrationBoundary } from "@tanstack/react-query";
import { ChangePage } from "@/components/change/change-page";
import { changePageData } from "@/lib/server/pages/change";

export default async function ChangeDetailPage({ params }: { params: Promise<{ id: string }> }) {
  const { state, id, mayUpdate } = await changePageData((await params).id);
  return (
    <HydrationBoundary state={state}>
      <ChangePage id={id} mayUpdate={mayUpdate} />
    </HydrationBoundary>
  );
}
