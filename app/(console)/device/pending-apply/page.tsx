import { HydrationBoundary } from "@tanstack/react-query";
import { PendingApply } from "@/components/pending-apply/pending-apply";
import { pendingApplyPage } from "@/lib/server/pages/device";

export default async function PendingApplyPage() {
  const { state, mayUpdate } = await pendingApplyPage();
  return (
    <HydrationBoundary state={state}>
      <PendingApply mayUpdate={mayUpdate} />
    </HydrationBoundary>
  );
}
