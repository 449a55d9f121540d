import { HydrationBoundary } from "@tanstack/react-query";
import { JobList } from "@/components/bulk-administration/job-list";
import type { SearchParams } from "@/lib/server/pages/address";
import { jobListPage } from "@/lib/server/pages/bulk";

export default async function JobSchedulerPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { state } = await jobListPage(await searchParams);
  return (
    <HydrationBoundary state={state}>
      <JobList />
    </HydrationBoundary>
  );
}
