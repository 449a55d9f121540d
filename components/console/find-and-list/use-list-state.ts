"use client";

import { parseAsNativeArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { conditionsOf, rowsOf } from "@/components/console/find-and-list/filter";
import type { ListField, ListQuery } from "@/components/console/find-and-list/types";
import {
  firstPlace,
  firstRowOf,
  type PagePlace,
  placeAfter,
  placeBefore,
  placeOf,
} from "@/lib/client/list-page-address";

/** What the address says of a place. */
const addressOf = ({ cursors, starts }: PagePlace) => ({ cursor: [...cursors], from: starts.map(String) });
const firstPage = addressOf(firstPlace);

/**
 * Filter, sort and page of a list, kept in the address: it can be shared, and Back goes a page back.
 * @param limit rows a page, which the person likes for themselves
 */
export function useListState(fields: readonly ListField[], initialSort: string, limit: number) {
  const [state, setState] = useQueryStates(
    {
      where: parseAsNativeArrayOf(parseAsString),
      match: parseAsStringLiteral(["all", "any"]).withDefault("all"),
      // Said also when it is the usual one: an address that says nothing opens with the person's default view.
      sort: parseAsString.withDefault(initialSort).withOptions({ clearOnDefault: false }),
      cursor: parseAsNativeArrayOf(parseAsString),
      // Rows a page are each person's own, so a number of the page would mean other rows to everybody.
      from: parseAsNativeArrayOf(parseAsString),
    },
    { history: "push" },
  );
  const where = conditionsOf(rowsOf(state.where, fields));
  const place = placeOf(state.cursor, state.from);
  const cursor = place.cursors.at(-1);
  const query: ListQuery = {
    where,
    match: state.match,
    sort: state.sort,
    limit,
    ...(cursor === undefined ? {} : { cursor }),
  };
  return {
    query,
    isFirst: cursor === undefined,
    /** The number of the first row of the page in the whole list. */
    firstRow: firstRowOf(place),
    find: (conditions: string[], match: "all" | "any") =>
      setState({ where: conditions, match, sort: state.sort, ...firstPage }),
    /** Finds and sorts at once, as a view does. */
    open: (shown: { where: string[]; match: "all" | "any"; sort: string }) =>
      setState({ where: shown.where, match: shown.match, sort: shown.sort, ...firstPage }),
    sortBy: (sort: string) => setState({ sort, ...firstPage }),
    goFirst: () => setState(firstPage),
    goNext: (next: string, rowsOnPage: number) => setState(addressOf(placeAfter(place, next, rowsOnPage))),
    goPrevious: () => setState(addressOf(placeBefore(place))),
  };
}

export type ListState = ReturnType<typeof useListState>;
