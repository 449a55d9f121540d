import { type DehydratedState, dehydrate, QueryClient } from "@tanstack/react-query";
import { redirect } from "next/navigation";
import { isAllowed } from "@/lib/catalog/roles";
import { objectInput } from "@/lib/client/object-identity";
import { phoneInUsePath, requestListPath } from "@/lib/client/paths";
import type { SearchParams } from "@/lib/server/pages/address";
import { signedInActor } from "@/lib/server/pages/current-session";
import { listPageQuery } from "@/lib/server/pages/list-page";
import { serverQueries } from "@/lib/server/pages/prefetch";

// More phones than this fit on no desk; the browser reads the others itself.
const mostPrefetched = 8;

/**
 * The data of *Phones*: what the phones that the address names show, and what is configured of them. An address that asks for the
 * guide and names no phones leads to the one that names two with which call back can be tried.
 */
export async function phonesInUsePage({
  phone = [],
  guide,
}: SearchParams): Promise<{ state: DehydratedState }> {
  const client = new QueryClient();
  const queries = await serverQueries();
  const names = (typeof phone === "string" ? [phone] : phone).slice(0, mostPrefetched);
  if (names.length === 0) {
    const { pair } = await client.fetchQuery(queries.callBack.pair.queryOptions());
    if (pair && guide === "callBack")
      redirect(`${phoneInUsePath(pair.originator.phone, pair.target.phone)}&guide=callBack`);
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
