import { type DehydratedState, dehydrate, QueryClient } from "@tanstack/react-query";
import { notFound } from "next/navigation";
import { isAllowed, type Role } from "@/lib/catalog/roles";
import { bulkPaths } from "@/lib/client/paths";
import { Refusal } from "@/lib/server/errors";
import { decodedName, type SearchParams } from "@/lib/server/pages/address";
import { signedInActor } from "@/lib/server/pages/current-session";
import { listPageQuery } from "@/lib/server/pages/list-page";
import { serverQueries } from "@/lib/server/pages/prefetch";

/** The role of whoever looks at a page of bulk administration. */
export async function bulkPage(): Promise<{ role: Role }> {
  const { role } = await signedInActor();
  return { role };
}

/** The data of *Job Scheduler*: the page of the list that the address asks for. */
export async function jobListPage(search: SearchParams): Promise<{ state: DehydratedState }> {
  const queryClient = new QueryClient();
  const { job } = await serverQueries();
  const query = await listPageQuery(queryClient, {
    list: "job",
    path: bulkPaths.jobs,
    search,
    initialSort: "-createdAt",
  });
  await queryClient.prefetchQuery(job.list.queryOptions({ input: { query } }));
  return { state: dehydrate(queryClient) };
}

/**
 * The data of the page of a job; an id that no job has is answered with the page for that.
 * @param segment the id as it stands in the address
 */
export async function jobPageData(
  segment: string,
): Promise<{ state: DehydratedState; id: string; mayUpdate: boolean }> {
  const queryClient = new QueryClient();
  const { job } = await serverQueries();
  const { role } = await signedInActor();
  const id = decodedName(segment);
  try {
    await queryClient.fetchQuery(job.get.queryOptions({ input: { params: { id } } }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "notFound") notFound();
  }
  return { state: dehydrate(queryClient), id, mayUpdate: isAllowed(role, "job", "update") };
}
