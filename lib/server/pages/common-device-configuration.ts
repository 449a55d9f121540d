import { type DehydratedState, dehydrate, QueryClient } from "@tanstack/react-query";
import { notFound } from "next/navigation";
import { isAllowed } from "@/lib/catalog/roles";
import { longestPage } from "@/lib/client/list";
import { Refusal } from "@/lib/server/errors";
import { decodedName, listQueryOf, type SearchParams } from "@/lib/server/pages/address";
import { signedInActor } from "@/lib/server/pages/current-session";
import { serverQueries } from "@/lib/server/pages/prefetch";

/** What every page of common device configurations starts with: what the browser will ask for, and what it may do. */
export interface CommonDeviceConfigurationPageData {
  state: DehydratedState;
  mayUpdate: boolean;
}

async function pageData(queryClient: QueryClient): Promise<CommonDeviceConfigurationPageData> {
  const actor = await signedInActor();
  return {
    state: dehydrate(queryClient),
    mayUpdate: isAllowed(actor.role, "commonDeviceConfiguration", "update"),
  };
}

/** Reads what the drop-downs of the form offer. */
async function prefetchOffered(queryClient: QueryClient): Promise<void> {
  const { softkeyTemplate, locale } = await serverQueries();
  const input = { query: longestPage };
  await queryClient.prefetchQuery(softkeyTemplate.list.queryOptions({ input }));
  await queryClient.prefetchQuery(locale.list.queryOptions({ input }));
}

/**
 * The data of a page about one configuration. A name that none has is answered with the page for that.
 * @param segment the name as it stands in the address
 * @param page what the page shows beside the configuration
 */
export async function commonDeviceConfigurationPage(
  segment: string,
  page: "form" | "revisions" | "dependencies",
): Promise<CommonDeviceConfigurationPageData & { name: string }> {
  const queryClient = new QueryClient();
  const { commonDeviceConfiguration: resource } = await serverQueries();
  const input = { params: { name: decodedName(segment) } };
  try {
    await queryClient.fetchQuery(resource.get.queryOptions({ input }));
    if (page === "form") await prefetchOffered(queryClient);
    if (page === "revisions") await queryClient.prefetchQuery(resource.revisions.queryOptions({ input }));
    if (page === "dependencies")
      await queryClient.prefetchQuery(resource.dependencies.queryOptions({ input }));
    return { ...(await pageData(queryClient)), name: input.params.name };
  } catch (error) {
    if (error instanceof Refusal && error.code === "notFound") notFound();
    throw error;
  }
}

/** The data of *Find and List*: the page of the list that the address asks for. */
export async function commonDeviceConfigurationListPage(
  search: SearchParams,
): Promise<CommonDeviceConfigurationPageData> {
  const queryClient = new QueryClient();
  const { commonDeviceConfiguration } = await serverQueries();
  const input = { query: listQueryOf(search) };
  await queryClient.prefetchQuery(commonDeviceConfiguration.list.queryOptions({ input }));
  return pageData(queryClient);
}

/** The data of *Add New*: what the drop-downs offer, and the configuration that the address names to be copied. */
export async function newCommonDeviceConfigurationPage(
  copyOf: string | undefined,
): Promise<CommonDeviceConfigurationPageData> {
  const queryClient = new QueryClient();
  const { commonDeviceConfiguration } = await serverQueries();
  await prefetchOffered(queryClient);
  if (copyOf !== undefined) {
    const input = { params: { name: copyOf } };
    await queryClient.prefetchQuery(commonDeviceConfiguration.get.queryOptions({ input }));
  }
  return pageData(queryClient);
}
