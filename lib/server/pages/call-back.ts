import { type DehydratedState, dehydrate, QueryClient } from "@tanstack/react-query";
import { objectInput } from "@/lib/client/object-identity";
import type { SearchParams } from "@/lib/server/pages/address";
import { serverQueries } from "@/lib/server/pages/prefetch";

// More phones than this fit on no desk; the browser reads the others itself.
const mostPrefetched = 8;

/** The data of *Phones*: what the phones that the address names show, and what is configured of them. */
export async function phonesInUsePage({ phone = [] }: SearchParams): Promise<{ state: DehydratedState }> {
  const client = new QueryClient();
  const queries = await serverQueries();
  const names = (typeof phone === "string" ? [phone] : phone).slice(0, mostPrefetched);
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
