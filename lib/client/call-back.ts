import { keepPreviousData } from "@tanstack/react-query";
import { queries } from "@/lib/client/api";
import type { ListRequest } from "@/lib/client/list";

/** One page of the requests for call back. */
export function requestsQuery(query: ListRequest) {
  return queries.callBack.requests.queryOptions({ input: { query }, placeholderData: keepPreviousData });
}

/** The newest requests, for a drop-down. */
export function newestRequestsQuery() {
  return requestsQuery({ where: [], match: "all", sort: "-createdAt", limit: 50 });
}

/** Every event in the life of a request with the rule that decided it. */
export function traceQuery(id: string) {
  return queries.callBack.trace.queryOptions({ input: { params: { id } } });
}

export const cancelRequestMutation = () => queries.callBack.cancel.mutationOptions();

/** One page of what was decided about phones, calls and requests, also of what came to nothing. */
export function decisionsQuery(query: ListRequest) {
  return queries.callBack.decisions.queryOptions({ input: { query }, placeholderData: keepPreviousData });
}

/** One request, found by its id. */
export function requestQuery(id: string) {
  return requestsQuery({ where: [`id:isExactly:${id}`], match: "all", sort: "-createdAt", limit: 1 });
}

/** The newest request of a phone, if it has made any. */
export function newestRequestOfQuery(phone: string) {
  return requestsQuery({
    where: [`phone:isExactly:${phone}`],
    match: "all",
    sort: "-createdAt",
    limit: 1,
  });
}

/** Two phones with which call back can be tried, as it is now. */
export function pairQuery() {
  return queries.callBack.pair.queryOptions({ staleTime: 0 });
}
