import { HydrationBoundary } from "@tanstack/react-query";
import { JobPage } from "@/components/bulk-administration/job-page";
import { jobPageData } from "@/lib/server/pages/bulk";

export default async function JobDetailPage({ params }: { params: Promise<{ id: string }> }) {
  const { state, id, mayUpdate } = await jobPageData((await params).id);
  return (
    <HydrationBoundary state={state}>
      <JobPage id={id} mayUpdate={mayUpdate} />
    </HydrationBoundary>
  );
}
