import { type DehydratedState, dehydrate, QueryClient } from "@tanstack/react-query";
import { redirect } from "next/navigation";
import { isAllowed } from "@/lib/catalog/roles";
import { objectInput } from "@/lib/client/object-identity";
import { deskPath, phoneInUsePath, requestListPath } from "@/lib/client/paths";
import type { SearchParams } from "@/lib/server/pages/address";
import { signedInActor } from "@/lib/server/pages/current-session";
import { listPageQuery } from "@/lib/server/pages/list-page";
import { serverQueries } from "@/lib/server/pages/prefetch";

// More phones than this fit on no desk; the browser reads the others itself.
const mostPrefetched = 8;

/**
 * The data of *Phones*: what the phones that the address names show, and what is configured of them. An address that names none
 * leads to the one of the desk that it names, or that the person used last; with the guide, to two phones with which call
 * back can be tried.
 */
export async function phonesInUsePage({
  phone = [],
  desk,
  guide,
}: SearchParams): Promise<{ state: DehydratedState }> {
  const client = new QueryClient();
  const queries = await serverQueries();
  const names = (typeof phone === "string" ? [phone] : phone).slice(0, mostPrefetched);
  const { items, open } = await client.fetchQuery(queries.desk.list.queryOptions());
  if (names.length === 0 && guide === "callBack") {
    const { pair } = await client.fetchQuery(queries.callBack.pair.queryOptions());
    if (pair) redirect(`${phoneInUsePath(pair.originator.phone, pair.target.phone)}&guide=callBack`);
  } else if (names.length === 0) {
    const used = desk === undefined ? open : items.find(({ name }) => name === desk);
    if (used && used.phones.length > 0) redirect(deskPath(used));
    await client.prefetchQuery(queries.callBack.pair.queryOptions());
  }
  await Promise.all(
    names.flatMap((name) => [
      client.prefetchQuery(queries.device.display.queryOptions({ input: { params: { name } } })),
      ...(name.includes(":")
        ? []
        : [
            client.prefetchQuery(
              queries.phone.get.queryOptions({ input: objectInput("phone", { name, partition: null }) }),
            ),
          ]),
    ]),
  );
  return { state: dehydrate(client) };
}

/** The data of *Requests*: the page of the list that the address asks for. */
export async function requestListPage(
  search: SearchParams,
): Promise<{ state: DehydratedState; mayUpdate: boolean }> {
  const client = new QueryClient();
  const { callBack } = await serverQueries();
  const { role } = await signedInActor();
  const query = await listPageQuery(client, {
    list: "callBackRequest",
    path: requestListPath,
    search,
    initialSort: "-createdAt",
  });
  await client.prefetchQuery(callBack.requests.queryOptions({ input: { query } }));
  return { state: dehydrate(client), mayUpdate: isAllowed(role, "phone", "update") };
}
