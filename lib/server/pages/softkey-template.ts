import { type DehydratedState, dehydrate, QueryClient } from "@tanstack/react-query";
import { notFound } from "next/navigation";
import { isAllowed } from "@/lib/catalog/roles";
import { Refusal } from "@/lib/server/errors";
import { decodedName, listQueryOf, type SearchParams } from "@/lib/server/pages/address";
import { signedInActor } from "@/lib/server/pages/current-session";
import { serverQueries } from "@/lib/server/pages/prefetch";

/** What every page of softkey templates starts with: what the browser will ask for, and what it may do. */
export interface SoftkeyTemplatePageData {
  state: DehydratedState;
  mayUpdate: boolean;
}

async function pageData(queryClient: QueryClient): Promise<SoftkeyTemplatePageData> {
  const actor = await signedInActor();
  return {
    state: dehydrate(queryClient),
    mayUpdate: isAllowed(actor.role, "softkeyTemplate", "update"),
  };
}

/**
 * The data of a page about one template. A name that no template has is answered with the page for that.
 * @param segment the name as it stands in the address
 * @param more what the page shows beside the template
 */
export async function softkeyTemplatePage(
  segment: string,
  more?: "revisions" | "dependencies",
): Promise<SoftkeyTemplatePageData & { name: string }> {
  const queryClient = new QueryClient();
  const { softkeyTemplate } = await serverQueries();
  const input = { params: { name: decodedName(segment) } };
  try {
    await queryClient.fetchQuery(softkeyTemplate.get.queryOptions({ input }));
    if (more === "revisions")
      await queryClient.prefetchQuery(softkeyTemplate.revisions.queryOptions({ input }));
    if (more === "dependencies")
      await queryClient.prefetchQuery(softkeyTemplate.dependencies.queryOptions({ input }));
    return { ...(await pageData(queryClient)), name: input.params.name };
  } catch (error) {
    if (error instanceof Refusal && error.code === "notFound") notFound();
    throw error;
  }
}

/** The data of *Find and List*: the page of the list that the address asks for. */
export async function softkeyTemplateListPage(search: SearchParams): Promise<SoftkeyTemplatePageData> {
  const queryClient = new QueryClient();
  const { softkeyTemplate } = await serverQueries();
  const query = listQueryOf(search);
  await queryClient.prefetchQuery(softkeyTemplate.list.queryOptions({ input: { query } }));
  return pageData(queryClient);
}

/** The data of *Add New*: the templates to copy from, and the one that the address names. */
export async function newSoftkeyTemplatePage(copyOf: string | undefined): Promise<SoftkeyTemplatePageData> {
  const queryClient = new QueryClient();
  const { softkeyTemplate } = await serverQueries();
  const query = { where: [], match: "all" as const, sort: "name", limit: 250 };
  await queryClient.prefetchQuery(softkeyTemplate.list.queryOptions({ input: { query } }));
  if (copyOf !== undefined) {
    const input = { params: { name: copyOf } };
    await queryClient.prefetchQuery(softkeyTemplate.get.queryOptions({ input }));
  }
  return pageData(queryClient);
}
