import { type DehydratedState, dehydrate, QueryClient } from "@tanstack/react-query";
import { notFound, redirect } from "next/navigation";
import { isAllowed } from "@/lib/catalog/roles";
import { longestPage } from "@/lib/client/list";
import { objectInput } from "@/lib/client/object-identity";
import { listPath, pathOf } from "@/lib/client/object-path";
import { type ObjectView, viewOf } from "@/lib/client/object-view";
import { type ConfigurationKind, references } from "@/lib/configuration/dependencies";
import { isPatternKind } from "@/lib/configuration/named-object";
import { Refusal } from "@/lib/server/errors";
import { decodedName, type SearchParams } from "@/lib/server/pages/address";
import { signedInActor } from "@/lib/server/pages/current-session";
import { listPageQuery } from "@/lib/server/pages/list-page";
import { serverQueries } from "@/lib/server/pages/prefetch";

/** What the route of a kind is given: the parts of the address below its list, and the query. */
export interface ObjectRouteProps {
  params: Promise<{ address?: string[] }>;
  searchParams: Promise<SearchParams>;
}

/** What the pages of a kind start with: which page, what the browser will ask for, and what it may do. */
export interface ObjectPageData {
  view: ObjectView;
  state: DehydratedState;
  mayUpdate: boolean;
}

type Queries = Awaited<ReturnType<typeof serverQueries>>;

const isNotFound = (error: unknown) => error instanceof Refusal && error.code === "notFound";

/**
 * Reads the object of a page and what the page shows of it; the browser asks for the same. A name that no object has is
 * answered with the page for that.
 * @returns false when it was deleted: then the page shows its history
 */
async function fetchObject(
  client: QueryClient,
  queries: Queries,
  kind: ConfigurationKind,
  view: Extract<ObjectView, { identity: unknown }>,
): Promise<boolean> {
  const routes = queries[kind] as Queries["partition"];
  const input = objectInput(kind, view.identity);
  try {
    await client.fetchQuery(routes.get.queryOptions({ input }));
  } catch (error) {
    if (!isNotFound(error)) throw error;
    await client.fetchQuery(routes.revisions.queryOptions({ input })).catch((inHistory: unknown) => {
      if (isNotFound(inHistory)) notFound();
      throw inHistory;
    });
    return false;
  }
  if (view.page === "history") await client.prefetchQuery(routes.revisions.queryOptions({ input }));
  if (view.page === "dependency-records") {
    await client.prefetchQuery(routes.dependencies.queryOptions({ input }));
  }
  return true;
}

/** Reads the locales, which the rules must know to be installed, for the forms of kinds that name some. */
async function fetchLocales(client: QueryClient, queries: Queries, kind: ConfigurationKind): Promise<void> {
  if (!references.some(({ from, to }) => from === kind && to === "locale")) return;
  await client.prefetchQuery(queries.locale.list.queryOptions({ input: { query: longestPage } }));
}

/**
 * The data of a page of a kind. An address that names no page, and a name that no object has, is answered with the
 * page for that.
 */
export async function objectPageData(
  kind: ConfigurationKind,
  props: ObjectRouteProps,
): Promise<ObjectPageData> {
  const [{ address = [] }, search] = await Promise.all([props.params, props.searchParams]);
  const view = viewOf(kind, address.map(decodedName), search);
  if (!view) notFound();
  const client = new QueryClient();
  const queries = await serverQueries();
  const routes = queries[kind] as Queries["partition"];
  if (view.page === "list") {
    const initialSort = isPatternKind(kind) ? "pattern" : "name";
    const query = await listPageQuery(client, { list: kind, path: listPath(kind), search, initialSort });
    await client.prefetchQuery(routes.list.queryOptions({ input: { query } }));
  } else if (view.page === "new") {
    const input = view.copyOf && objectInput(kind, view.copyOf);
    if (input) await client.prefetchQuery(routes.get.queryOptions({ input }));
  } else if (!(await fetchObject(client, queries, kind, view))) {
    return {
      view: { page: "deleted", identity: view.identity },
      state: dehydrate(client),
      mayUpdate: false,
    };
  }
  if (view.page === "new" || view.page === "object") await fetchLocales(client, queries, kind);
  const { role } = await signedInActor();
  return { view, state: dehydrate(client), mayUpdate: isAllowed(role, kind, "update") };
}

/**
 * The data of a page beyond those of every kind, about one object with a name. A name that no object has is answered with
 * the page for that.
 * @param segment the name as it stands in the address
 */
export async function ownPageData(kind: ConfigurationKind, segment: string) {
  const identity = { name: decodedName(segment), partition: null };
  const client = new QueryClient();
  const isThere = await fetchObject(client, await serverQueries(), kind, { page: "object", identity });
  if (!isThere) redirect(pathOf(kind, identity, "history"));
  const { role } = await signedInActor();
  return { name: identity.name, state: dehydrate(client), mayUpdate: isAllowed(role, kind, "update") };
}
